import { paragraphOf } from '../../html/inlines.ts';
import type { BlockCase } from '../../testing/block-case.ts';
import type { Table } from '../table.ts';

const row = (type: 'tableHeader' | 'tableCell', ...words: string[]) => ({
  type: 'tableRow' as const,
  content: words.map((text, column): Table['content'][number]['content'][number] => ({
    type,
    attrs: { align: column > 0 ? 'right' : null },
    content: [paragraphOf(text)],
  })),
});

export const blockCase: BlockCase<Table> = {
  sample: {
    type: 'table',
    content: [row('tableHeader', 'Sail', 'Fare'), row('tableCell', 'noon', '4')],
  },
  plainText: 'Sail Fare\nnoon 4',
  lines: ['row: Sail | Fare', 'row: noon | 4'],
  html:
    '<div data-table role="region" aria-label="Table" tabindex="0"><table><thead><tr><th scope="col">Sail</th>' +
    '<th scope="col" data-align="right">Fare</th></tr></thead><tbody><tr><td>noon</td><td data-align="right">4</td></tr></tbody></table></div>',
  markdown: '| Sail | Fare |\n| ---- | ---: |\n| noon |    4 |',
  foreignHtml: [
    '<table><tr><th>Sail<th align=right>Fare<tr><td>noon<td style="text-align: right">4</table>',
  ],
  inList: '- Sail · Fare\n\n  noon · 4',
  random({ below, pick, some, paragraph }) {
    const columns = 1 + below(4);
    const randomRow = (type: 'tableHeader' | 'tableCell') => ({
      type: 'tableRow' as const,
      content: Array.from({ length: columns }, (): Table['content'][number]['content'][number] => ({
        type,
        attrs: { align: pick(['left', 'center', 'right', null]) },
        content: [paragraph()],
      })),
    });
    return {
      type: 'table',
      content: [randomRow('tableHeader'), ...some(0, 3, () => randomRow('tableCell'))],
    };
  },
};
