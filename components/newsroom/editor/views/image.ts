import { Image } from '../schema/media-nodes';
import { isOfField, make } from './dom';
import { NodeField } from './field';
import type { Words } from './words';
import type { Pictures } from './pictures';
import styles from './Views.module.css';

/** A picture as readers see it, with its text fields below; warns if the alternative text is missing. */
export const imageView = (words: Words, pictures: Pictures, language: string) =>
  Image.extend({
    addNodeView:
      () =>
      ({ node, editor, getPos }) => {
        const host = { editor, getPos };
        const field = (attribute: 'caption' | 'credit' | 'alt', longest: number, none: '' | null) =>
          new NodeField(host, { attribute, longest, none, language, label: words[attribute] });
        const caption = field('caption', 2000, null);
        const credit = field('credit', 500, null);
        const alt = field('alt', 1000, '');
        const img = make('img', { decoding: 'async', loading: 'lazy', draggable: 'false' });
        const altLine = make(
          'div',
          { class: styles['alt'] },
          make('span', { 'aria-hidden': 'true' }, words.altShort),
          alt.element,
        );
        const dom = make(
          'figure',
          { class: styles['image'] },
          img,
          make('figcaption', {}, caption.element, make('small', {}, credit.element)),
          altLine,
        );
        dom.contentEditable = 'false';
        const show = (next: typeof node) => {
          for (const each of [caption, credit, alt]) each.show(next);
          pictures.show(img, String(next.attrs['imageId']), String(next.attrs['alt']));
          altLine.toggleAttribute('data-missing', next.attrs['alt'] === '');
        };
        show(node);
        return {
          dom,
          update: (next) => {
            if (next.type !== node.type) return false;
            show(next);
            return true;
          },
          stopEvent: isOfField,
          ignoreMutation: () => true,
        };
      },
  });
