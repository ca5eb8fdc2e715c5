import { PullQuote } from '../schema/text-nodes';
import { isOfField, make } from './dom';
import { NodeField } from './field';
import type { Words } from './words';

/** A pull quote, with a field for its attribution. */
export const pullQuoteView = (words: Words, language: string) =>
  PullQuote.extend({
    addNodeView:
      () =>
      ({ node, editor, getPos }) => {
        const attribution = new NodeField(
          { editor, getPos },
          {
            attribute: 'attribution',
            label: words.attribution,
            longest: 300,
            none: null,
            language,
          },
        );
        const contentDOM = make('p');
        const caption = make('figcaption', {}, attribution.element);
        caption.contentEditable = 'false';
        const dom = make(
          'figure',
          { 'data-pull-quote': '' },
          make('blockquote', {}, contentDOM),
          caption,
        );
        attribution.show(node);
        return {
          dom,
          contentDOM,
          update: (next) => {
            if (next.type !== node.type) return false;
            attribution.show(next);
            return true;
          },
          stopEvent: isOfField,
          ignoreMutation: (mutation) => caption.contains(mutation.target),
        };
      },
  });
