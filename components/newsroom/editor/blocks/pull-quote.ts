import { Node } from '@tiptap/core';
import styles from '../../../article/blocks/PullQuote.module.css';
import type { EditorBlock } from '../editor-block';
import { isOfField, make } from '../views/dom';
import { NodeField } from '../views/field';

/** The attribution is edited in the node's own field. */
const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ attribution: { default: null, rendered: false } }),
  renderHTML: () => ['figure', { 'data-pull-quote': '' }, ['blockquote', ['p', 0]]],
});

export const editorBlock = {
  nodes: [PullQuote],
  view: ({ t, language }) =>
    PullQuote.extend({
      addNodeView:
        () =>
        ({ node, editor, getPos }) => {
          const label = t('attribution');
          const attribution = new NodeField(
            { editor, getPos },
            { attribute: 'attribution', label, longest: 300, none: null, language },
          );
          const contentDOM = make('p');
          const caption = make('figcaption', {}, attribution.element);
          caption.contentEditable = 'false';
          const dom = make(
            'figure',
            { class: styles['block'], 'data-pull-quote': '' },
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
    }),
  tools: [
    {
      name: 'pullQuote',
      key: 'Mod-Alt-q',
      place: 41,
      run: ({ commands }) => commands.toggleNode('pullQuote', 'paragraph'),
    },
  ],
} as const satisfies EditorBlock;
