/**
 * The table commands. Cells have no spans (`lib/content/body/body.ts`), so every table is a grid, and its
 * first row is its header: readers' pages show it so.
 */
import type { Editor } from '@tiptap/core';
import type { Node, ResolvedPos, Schema } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';

interface Place {
  table: Node;
  /** Start position of the table in the document. */
  start: number;
  row: number;
  column: number;
}

/** The cell of a position; null outside a table. */
function placeIn($from: ResolvedPos): Place | null {
  for (let depth = $from.depth; depth > 0; depth--) {
    const table = $from.node(depth);
    if (table.type.name !== 'table') continue;
    return {
      table,
      start: $from.before(depth),
      row: $from.index(depth),
      column: $from.index(depth + 1),
    };
  }
  return null;
}

type Grid = Node[][];
const gridOf = (table: Node): Grid => table.children.map(({ children }) => [...children]);

function emptyCell(schema: Schema, align: unknown = null): Node {
  const paragraph = schema.nodes['paragraph']?.create();
  const cell = schema.nodes['tableCell']?.create({ align }, paragraph);
  if (!cell) throw new Error('The schema has no tables.');
  return cell;
}

/** Builds a table from a grid: the first row is the header, and every row is padded to the longest. */
function tableOf(schema: Schema, grid: Grid): Node {
  const width = Math.max(...grid.map((row) => row.length));
  const rows = grid.map((row, at) => {
    const type = schema.nodes[at === 0 ? 'tableHeader' : 'tableCell'];
    const cells = Array.from(
      { length: width },
      (_, column) => row[column] ?? emptyCell(schema, grid[0]?.[column]?.attrs['align']),
    );
    return schema.nodes['tableRow']?.create(
      null,
      cells.map((cell) => type?.create(cell.attrs, cell.content) as Node),
    ) as Node;
  });
  const table = schema.nodes['table']?.create(null, rows);
  if (!table) throw new Error('The schema has no tables.');
  return table;
}

/** The position at the start of a cell's text. */
function cellStart(table: Node, start: number, row: number, column: number): number {
  let at = start + 1;
  for (let index = 0; index < row; index++) at += table.child(index).nodeSize;
  at += 1;
  const cells = table.child(row);
  for (let index = 0; index < column; index++) at += cells.child(index).nodeSize;
  return at + 2;
}

/**
 * Inserts a table with a header row and moves the cursor into its first cell.
 * @param columns - number of columns
 * @param rows - number of rows, including the header
 */
export function insertTable(editor: Editor, columns = 3, rows = 3): boolean {
  return editor.commands.command(({ tr, state }) => {
    const grid = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => emptyCell(state.schema)),
    );
    const { $from } = tr.selection;
    const depth = Math.min(1, $from.depth);
    const isEmpty = $from.depth === 1 && $from.parent.content.size === 0;
    const at = isEmpty ? $from.before(1) : $from.after(depth);
    tr.replaceWith(at, isEmpty ? $from.after(1) : at, tableOf(state.schema, grid));
    tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView();
    return true;
  });
}

/** Adds a row at the end of a table, and moves the cursor to its cell of a column. */
function addRow(editor: Editor, { table, start }: Place, column: number): boolean {
  return editor.commands.command(({ tr, state }) => {
    const grid = gridOf(table);
    const row = (grid.at(-1) ?? []).map((cell) => emptyCell(state.schema, cell.attrs['align']));
    const next = tableOf(state.schema, [...grid, row]);
    tr.replaceWith(start, start + table.nodeSize, next);
    selectCell(tr, cellStart(next, start, grid.length, column));
    return true;
  });
}

/**
 * Moves the cursor to another cell; after the last one a row is added.
 * @returns false outside a table
 */
export function goToCell(editor: Editor, way: 'next' | 'previous' | 'below'): boolean {
  const place = placeIn(editor.state.selection.$from);
  if (!place) return false;
  const { table, start } = place;
  let { row, column } = place;
  const width = table.child(row).childCount;
  if (way === 'below') row++;
  else column += way === 'next' ? 1 : -1;
  if (column >= width) [row, column] = [row + 1, 0];
  if (column < 0) [row, column] = [row - 1, width - 1];
  if (row < 0) return true;
  if (row >= table.childCount) return addRow(editor, place, column);
  return editor.commands.command(({ tr }) => {
    selectCell(tr, cellStart(table, start, row, Math.min(column, table.child(row).childCount - 1)));
    return true;
  });
}

function selectCell(tr: Transaction, at: number): void {
  tr.setSelection(TextSelection.near(tr.doc.resolve(at))).scrollIntoView();
}
