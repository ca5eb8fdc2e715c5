import type { BlockCase } from '../../testing/block-case.ts';
import type { Paragraph } from '../paragraph.ts';

export const blockCase: BlockCase<Paragraph> = {
  sample: {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'The ' },
      { type: 'text', text: 'ferry', marks: [{ type: 'link', attrs: { href: '/en/ferry' } }] },
      { type: 'hardBreak' },
      { type: 'text', text: 'left.', marks: [{ type: 'bold' }] },
    ],
  },
  plainText: 'The ferry left.',
  lines: ['paragraph: The ferry\nleft.'],
  html: '<p>The <a href="/en/ferry">ferry</a><br><strong>left.</strong></p>',
  markdown: 'The [ferry](/en/ferry)\\\n**left.**',
  foreignHtml: [
    '<p>The <a href="/en/ferry">ferry</a><br><b>left.</b></p>',
    '<div>The <a href="/en/ferry">ferry</a><br><strong>left.</strong></div>',
  ],
  inList: '- The [ferry](/en/ferry)\\\n  **left.**',
  random: ({ paragraph }) => paragraph(),
};
