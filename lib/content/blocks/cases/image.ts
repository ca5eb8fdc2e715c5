import type { BlockCase } from '../../testing/block-case.ts';
import type { ImageNode } from '../image.ts';

export const blockCase: BlockCase<ImageNode> = {
  sample: {
    type: 'image',
    attrs: { imageId: 'a'.repeat(32), alt: 'A lamp', caption: 'By night', credit: null },
  },
  plainText: 'By night',
  lines: ['picture: By night · A lamp'],
  html: '<img a>',
  markdown: '![A lamp](a.jpg "By night")',
  foreignHtml: [
    '<figure><img src="a.jpg" alt="A lamp"><figcaption>By <i>night</i></figcaption></figure>',
  ],
  inList: '![A lamp](a.jpg "By night")',
  random: ({ image }) => image(),
};
