import { Node } from '@tiptap/core';

/** An image's attributes; one without an id is an empty placeholder, which `tidy.ts` removes at once. */
const hidden = (value: string | null) => ({ default: value, rendered: false });

/** A library picture with its texts: rendered by `views/image.ts`. */
export const Image = Node.create({
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

export const LARGEST_GALLERY = 60;

export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: `image{2,${LARGEST_GALLERY}}`,
  isolating: true,
  renderHTML: () => ['div', { 'data-gallery': '' }, 0],
});

/** A post or video of another service: rendered by `views/embed.ts`. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  draggable: true,
  addAttributes: () => ({
    provider: { isRequired: true, rendered: false },
    url: { isRequired: true, rendered: false },
  }),
  renderHTML: () => ['aside'],
  renderText: ({ node }) => String(node.attrs['url']),
});
