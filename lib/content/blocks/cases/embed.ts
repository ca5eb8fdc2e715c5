import type { BlockCase } from '../../testing/block-case.ts';
import type { Embed } from '../embed.ts';

const url = 'https://www.youtube.com/watch?v=abc_efg-ijk&t=231s';

export const blockCase: BlockCase<Embed> = {
  sample: { type: 'embed', attrs: { provider: 'youtube', url } },
  plainText: '',
  lines: [`embed: ${url}`],
  html: `<p><a href="${url.replace('&', '&amp;')}">${url.replace('&', '&amp;')}</a></p>`,
  markdown: url,
  foreignHtml: [
    '<iframe src="https://www.youtube.com/embed/abc_efg-ijk?start=231"></iframe>',
    '<p>https://youtu.be/abc_efg-ijk?t=231</p>',
  ],
  inList: url,
  random: ({ pick }) => ({
    type: 'embed',
    attrs: pick([
      { provider: 'youtube', url },
      { provider: 'facebook', url: 'https://www.facebook.com/watch/?v=123456789' },
      { provider: 'vimeo', url: 'https://vimeo.com/76979871#t=65s' },
    ] as const),
  }),
};
