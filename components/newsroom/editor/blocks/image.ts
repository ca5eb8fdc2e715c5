import { Node } from '@tiptap/core';
import type { EditorBlock } from '../editor-block';
import { isOfField, make } from '../views/dom';
import { NodeField } from '../views/field';
import styles from '../views/Views.module.css';

/** An image's attributes; one without an id is an empty placeholder, which `tidy.ts` removes at once. */
const hidden = (value: string | null) => ({ default: value, rendered: false });

/** A library picture with its texts. */
const Image = Node.create({
  name: 'image',
  group: 'block',
  draggable: true,
  addAttributes: () => ({
    imageId: hidden(''),
    alt: hidden(''),
    caption: hidden(null),
    credit: hidden(null),
  }),
  renderHTML: () => ['figure'],
  renderText: ({ node }) => String(node.attrs['caption'] ?? ''),
});

const isTextOrNull = (value: unknown) => value === null || typeof value === 'string';

export const editorBlock = {
  nodes: [Image],
  /** As readers see it, with its text fields below; warns if the alternative text is missing. */
  view: ({ t, pictures, language }) =>
    Image.extend({
      addNodeView:
        () =>
        ({ node, editor, getPos }) => {
          const host = { editor, getPos };
          const field = (
            attribute: 'caption' | 'credit' | 'alt',
            longest: number,
            none: '' | null,
          ) => new NodeField(host, { attribute, longest, none, language, label: t(attribute) });
          const caption = field('caption', 2000, null);
          const credit = field('credit', 500, null);
          const alt = field('alt', 1000, '');
          const img = make('img', { decoding: 'async', loading: 'lazy', draggable: 'false' });
          const altLine = make(
            'div',
            { class: styles['alt'] },
            make('span', { 'aria-hidden': 'true' }, t('altShort')),
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
    }),
  isSound: ({ attrs }) =>
    /^[0-9a-f]{32}$/.test(String(attrs['imageId'])) &&
    typeof attrs['alt'] === 'string' &&
    isTextOrNull(attrs['caption']) &&
    isTextOrNull(attrs['credit']),
} as const satisfies EditorBlock;
