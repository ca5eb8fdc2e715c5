import { paragraphOf } from '../../html/inlines.ts';
import type { BlockCase } from '../../testing/block-case.ts';
import type { Blockquote } from '../blockquote.ts';

export const blockCase: BlockCase<Blockquote> = {
  sample: { type: 'blockquote', content: [paragraphOf('We pay twice.'), paragraphOf('Always.')] },
  plainText: 'We pay twice.\nAlways.',
  lines: ['quote: We pay twice.', 'quote: Always.'],
  html: '<blockquote><p>We pay twice.</p><p>Always.</p></blockquote>',
  markdown: '> We pay twice.\n>\n> Always.',
  foreignHtml: ['<blockquote><p>We pay twice.<p>Always.</blockquote>'],
  inList: '- We pay twice.\n\n  Always.',
  random: ({ flow }) => ({ type: 'blockquote', content: flow() }),
};
