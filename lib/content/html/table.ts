import type { HtmlReader } from '../block-definition.ts';
import type { Block, Table } from '../body/body.ts';
import { lineOf, type Piece } from './inlines.ts';
import { attribute, hasClass, isElement, type HtmlElement } from './tree.ts';
import { notice, type Notice } from '../notice.ts';

type Align = 'left' | 'center' | 'right' | null;
/** Maximum columns or rows that a cell may span, and maximum cells of a table that spans may fill. */
const MOST_COLUMNS = 100;
const MOST_MERGED = 10_000;
/**
 * Maximum cells of a table: all rows get the same length, so that one long row and many short ones are too
 * many.
 */
export const MOST_CELLS = 100_000;

/**
 * A table, between its caption and what its cells hold besides text; one that was used for layout becomes
 * paragraphs.
 */
export function readTable(table: HtmlElement, reader: HtmlReader): Piece[] {
  const { inside, blocksIn, report } = reader;
  const rows = rowsOf(table);
  const caption = table.childNodes.find(
    (child): child is HtmlElement => isElement(child) && child.tagName === 'caption',
  );
  const before = caption ? blocksIn(caption) : [];
  // A table of one column was used for layout.
  const asParagraphs = () => [...before, ...rows.flat().flatMap((cell) => blocksIn(cell))];
  if (rows.every((cells) => cells.length === 1)) return asParagraphs();
  const made = tableOf(rows, (cell) => inside(cell), report);
  if (!made) {
    report(notice`A table was too large: its cells became paragraphs.`);
    return asParagraphs();
  }
  return [...before, made.table, ...made.lifted];
}

/** The rows of a table, without those of nested tables. */
function rowsOf(table: HtmlElement): HtmlElement[][] {
  const rows: HtmlElement[][] = [];
  for (const part of table.childNodes) {
    if (!isElement(part)) continue;
    const parents = part.tagName === 'tr' ? [part] : part.childNodes.filter(isElement);
    for (const row of parents.filter(({ tagName }) => tagName === 'tr')) {
      rows.push(row.childNodes.filter(isElement).filter(({ tagName }) => /^t[dh]$/.test(tagName)));
    }
  }
  return rows.filter((cells) => cells.length > 0);
}

function alignOf(cell: HtmlElement): Align {
  const said =
    /text-align:\s*(left|center|right)/i.exec(attribute(cell, 'style'))?.[1] ??
    attribute(cell, 'align');
  const named = (['left', 'center', 'right'] as const).find(
    (side) => side === said.toLowerCase() || hasClass(cell, new RegExp(`^has-text-align-${side}$`)),
  );
  return named ?? null;
}

/**
 * Makes the tree's table: the first row is its header, all rows have the same length, merged cells are split,
 * and content of a cell that is not text follows the table.
 * @returns null if the table would exceed the maximum number of cells
 */
function tableOf(
  rows: readonly (readonly HtmlElement[])[],
  piecesIn: (cell: HtmlElement) => Piece[],
  report: (reason: Notice) => void,
): { table: Table; lifted: Block[] } | null {
  const lifted: Block[] = [];
  const spanOf = (cell: HtmlElement, name: string) =>
    Math.min(MOST_COLUMNS, Math.max(1, Number.parseInt(attribute(cell, name), 10) || 1));
  let merged = 0;
  const grid = rows.map(() => [] as (HtmlElement | null)[]);
  for (const [at, cells] of rows.entries()) {
    const row = grid[at] ?? [];
    let column = 0;
    for (const cell of cells) {
      while (column in row) column++;
      let [across, down] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      if (across > 1 || down > 1) report(notice`Merged cells of a table were taken apart.`);
      merged += across * down - 1;
      if (merged > MOST_MERGED) across = down = 1;
      for (const spanned of grid.slice(at, at + down))
        for (let next = column; next < column + across; next++) spanned[next] = null;
      row[column] = cell;
    }
  }
  const columns = grid.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns * grid.length > MOST_CELLS) return null;
  const cellOf = (cell: HtmlElement | null | undefined, isHead: boolean) => {
    const line = cell ? lineOf(piecesIn(cell)) : { inlines: [], lifted: [] };
    if (line.lifted.length > 0)
      report(notice`Content of a table’s cell that is not text was put after the table.`);
    lifted.push(...line.lifted);
    return {
      type: isHead ? ('tableHeader' as const) : ('tableCell' as const),
      attrs: { align: cell ? alignOf(cell) : null },
      content: [
        { type: 'paragraph' as const, ...(line.inlines.length > 0 && { content: line.inlines }) },
      ] as Table['content'][number]['content'][number]['content'],
    };
  };
  const table: Table = {
    type: 'table',
    content: grid.map((row, at) => ({
      type: 'tableRow',
      content: Array.from({ length: columns }, (_, column) => cellOf(row[column], at === 0)),
    })),
  };
  return { table, lifted };
}
