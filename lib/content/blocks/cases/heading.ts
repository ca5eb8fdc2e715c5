import type { BlockCase } from '../../testing/block-case.ts';
import type { Heading } from '../heading.ts';

export const blockCase: BlockCase<Heading> = {
  sample: {
    type: 'heading',
    attrs: { level: 3 },
    content: [{ type: 'text', text: 'Tolls' }],
  },
  plainText: 'Tolls',
  lines: ['heading3: Tolls'],
  html: '<h3>Tolls</h3>',
  markdown: '### Tolls',
  foreignHtml: ['<h3>Tolls</h3>'],
  inList: '- Tolls',
  random: ({ pick, content }) => ({
    type: 'heading',
    attrs: { level: pick([2, 3, 4] as const) },
    ...content(),
  }),
};
