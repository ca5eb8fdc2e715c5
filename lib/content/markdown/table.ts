import type { PhrasingContent, Table as MdTable } from 'mdast';
import type { Inline, Table } from '../body/body.ts';

/** Makes the tree's table: the first row is its header, and every row gets the length of that one. */
export function tableOf(
  node: MdTable,
  inlines: (cell: { children: PhrasingContent[] }) => Inline[],
): Table {
  const columns = node.children[0]?.children.length ?? 0;
  return {
    type: 'table',
    content: node.children.map((row, rowIndex) => ({
      type: 'tableRow',
      content: Array.from({ length: columns }, (_, column) => {
        const cell = row.children[column];
        const content = cell ? inlines(cell) : [];
        return {
          type: rowIndex === 0 ? ('tableHeader' as const) : ('tableCell' as const),
          attrs: { align: node.align?.[column] ?? null },
          content: [{ type: 'paragraph' as const, ...(content.length > 0 && { content }) }] as [
            { type: 'paragraph'; content?: Inline[] },
          ],
        };
      }),
    })),
  };
}
