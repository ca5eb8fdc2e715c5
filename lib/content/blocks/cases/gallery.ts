import type { BlockCase } from '../../testing/block-case.ts';
import type { Gallery } from '../gallery.ts';
import type { ImageNode } from '../image.ts';

const picture = (letter: string, caption: string | null): ImageNode => ({
  type: 'image',
  attrs: { imageId: letter.repeat(32), alt: '', caption, credit: null },
});

export const blockCase: BlockCase<Gallery> = {
  sample: { type: 'gallery', content: [picture('a', 'By night'), picture('b', null)] },
  plainText: 'By night\n',
  lines: ['picture: By night', 'picture: '],
  html: '<img a><img b>',
  markdown: '![](a.jpg "By night")\n![](b.jpg)',
  foreignHtml: [
    '<figure class="wp-block-gallery"><figure><img src="a.jpg"><figcaption>By night</figcaption></figure><figure><img src="b.jpg"></figure></figure>',
    '<div class="kg-card kg-gallery-card"><figure><img src="a.jpg"><figcaption>By night</figcaption></figure><img src="b.jpg"></div>',
  ],
  inList: '![](a.jpg "By night")\n![](b.jpg)',
  random: ({ some, image }) => ({ type: 'gallery', content: some(2, 5, image) }),
};
