/**
 * The table commands. Cells have no spans (`lib/content/body/body.ts`), so every table is a grid, and its
 * first row is its header: readers' pages show it so.
 */
import type { Editor } from '@tiptap/core';
import { Fragment, type Node, type ResolvedPos, type Schema } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';

interface Place {
  table: Node;
  /** Start position of the table in the document. */
  start: number;
  row: number;
  column: number;
}

type TableDeed =
  | 'rowBefore'
  | 'rowAfter'
  | 'columnBefore'
  | 'columnAfter'
  | 'deleteRow'
  | 'deleteColumn'
  | 'deleteTable';

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

/** Runs one command on the table around the cursor; false outside a table. */
function changeTable(editor: Editor, deed: TableDeed): boolean {
  return editor.commands.command(({ tr, state, dispatch }) => {
    const place = placeIn(tr.selection.$from);
    if (!place) return false;
    if (!dispatch) return true;
    const { table, start, row, column } = place;
    const grid = gridOf(table);
    const width = grid[0]?.length ?? 0;
    const blankRow = () =>
      (grid[row] ?? []).map((cell) => emptyCell(state.schema, cell.attrs['align']));
    const addColumn = (at: number) =>
      grid.forEach((cells) => cells.splice(at, 0, emptyCell(state.schema)));
    let to = { row, column };
    switch (deed) {
      case 'rowBefore':
        grid.splice(row, 0, blankRow());
        break;
      case 'rowAfter':
        grid.splice(row + 1, 0, blankRow());
        to = { row: row + 1, column };
        break;
      case 'columnBefore':
        addColumn(column);
        break;
      case 'columnAfter':
        addColumn(column + 1);
        to = { row, column: column + 1 };
        break;
      case 'deleteRow':
        grid.splice(row, 1);
        to = { row: Math.max(0, Math.min(row, grid.length - 1)), column };
        break;
      case 'deleteColumn':
        grid.forEach((cells) => cells.splice(column, 1));
        to = { row, column: Math.max(0, Math.min(column, width - 2)) };
        break;
      case 'deleteTable':
        grid.length = 0;
    }
    const end = start + table.nodeSize;
    if (grid.length === 0 || grid[0]?.length === 0) {
      tr.replaceWith(start, end, Fragment.from(state.schema.nodes['paragraph']?.create()));
      tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1)));
      return true;
    }
    const next = tableOf(state.schema, grid);
    tr.replaceWith(start, end, next);
    selectCell(tr, cellStart(next, start, to.row, to.column));
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
  if (row >= table.childCount) {
    const isAdded = changeTable(editor, 'rowAfter');
    return way === 'next' && isAdded ? goToColumn(editor, 0) : isAdded;
  }
  return editor.commands.command(({ tr }) => {
    selectCell(tr, cellStart(table, start, row, Math.min(column, table.child(row).childCount - 1)));
    return true;
  });
}

function goToColumn(editor: Editor, column: number): boolean {
  const place = placeIn(editor.state.selection.$from);
  if (!place) return false;
  return editor.commands.command(({ tr }) => {
    selectCell(tr, cellStart(place.table, place.start, place.row, column));
    return true;
  });
}

function selectCell(tr: Transaction, at: number): void {
  tr.setSelection(TextSelection.near(tr.doc.resolve(at))).scrollIntoView();
}
