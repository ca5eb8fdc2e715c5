import type { BlockCase } from '../../testing/block-case.ts';
import type { PullQuote } from '../pull-quote.ts';

export const blockCase: BlockCase<PullQuote> = {
  sample: {
    type: 'pullQuote',
    attrs: { attribution: 'Edo & Isk' },
    content: [{ type: 'text', text: 'Ask about the wall.' }],
  },
  plainText: 'Ask about the wall. Edo & Isk',
  lines: ['pullQuote: Ask about the wall.Edo & Isk'],
  html: '<figure data-pull-quote><blockquote><p>Ask about the wall.</p></blockquote><figcaption>Edo &amp; Isk</figcaption></figure>',
  markdown: '> [!PULL]\n> Ask about the wall.\n> — Edo & Isk',
  foreignHtml: [
    '<figure class="wp-block-pullquote"><blockquote><p>Ask about the wall.</p><cite>Edo &amp; Isk</cite></blockquote></figure>',
  ],
  inList: '- Ask about the wall.',
  random: ({ optional, content }) => ({
    type: 'pullQuote',
    attrs: { attribution: optional() },
    ...content(),
  }),
};
