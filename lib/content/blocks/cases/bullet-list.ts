import type { BulletList } from '../../body/flow.ts';
import { paragraphOf } from '../../html/inlines.ts';
import type { BlockCase } from '../../testing/block-case.ts';

export const blockCase: BlockCase<BulletList> = {
  sample: {
    type: 'bulletList',
    content: [
      { type: 'listItem', content: [paragraphOf('ferries')] },
      {
        type: 'listItem',
        content: [
          paragraphOf('boats'),
          {
            type: 'bulletList',
            content: [{ type: 'listItem', content: [paragraphOf('rowing boats')] }],
          },
        ],
      },
    ],
  },
  plainText: 'ferries\nboats rowing boats',
  lines: ['bullet: ferries', 'bullet: boats', 'bullet: rowing boats'],
  html: '<ul><li>ferries</li><li>boats<ul><li>rowing boats</li></ul></li></ul>',
  markdown: '- ferries\n- boats\n  - rowing boats',
  foreignHtml: [
    '<ul><li>ferries</li><li>boats<ul><li>rowing boats</li></ul></li></ul>',
    '<ul><li>ferries</li><li>boats</li><ul><li>rowing boats</li></ul></ul>',
  ],
  inList: '- - ferries\n  - boats\n    - rowing boats',
  random: ({ list }) => ({ type: 'bulletList', content: list().content }),
};
