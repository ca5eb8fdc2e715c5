import type { OrderedList } from '../../body/flow.ts';
import { paragraphOf } from '../../html/inlines.ts';
import type { BlockCase } from '../../testing/block-case.ts';

export const blockCase: BlockCase<OrderedList> = {
  sample: {
    type: 'orderedList',
    attrs: { start: 3 },
    content: [
      { type: 'listItem', content: [paragraphOf('bronze')] },
      { type: 'listItem', content: [paragraphOf('tin')] },
    ],
  },
  plainText: 'bronze\ntin',
  lines: ['ordered: bronze', 'ordered: tin'],
  html: '<ol start="3"><li>bronze</li><li>tin</li></ol>',
  markdown: '3. bronze\n4. tin',
  foreignHtml: ['<ol start=3><li>bronze<li>tin</ol>'],
  inList: '- 3. bronze\n  4. tin',
  random: ({ list, below }) => ({
    type: 'orderedList',
    attrs: { start: below(4) },
    content: list().content,
  }),
};
