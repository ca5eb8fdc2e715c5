import { Editor, type JSONContent } from '@tiptap/core';
import { expect, test } from 'vitest';
import { bodySchema } from '@/lib/content/body/body';
import { bodyOf } from '../schema/body-document';
import { SCHEMA_EXTENSIONS } from '../schema/extensions';
import { goToCell, insertTable } from './table-commands';

/** An editor that no page shows, with the cursor at the start of the block. */
const written = (block: JSONContent) =>
  new Editor({
    element: null,
    extensions: SCHEMA_EXTENSIONS,
    content: { type: 'doc', content: [block] },
  });
const empty = () => written({ type: 'paragraph' });

const type = (editor: Editor, text: string) =>
  editor.commands.command(({ tr }) => Boolean(tr.insertText(text)));

/** The rows of the first table: `#` before a heading's words, and `|` between cells. */
const rowsOf = (editor: Editor): string[] => {
  const { content } = editor.getJSON() as JSONContent;
  const table = content?.find((block) => block.type === 'table');
  const cellOf = (cell: JSONContent) =>
    `${cell.type === 'tableHeader' ? '#' : ''}${cell.content?.[0]?.content?.[0]?.text ?? ''}`;
  return (table?.content ?? []).map((row) => (row.content ?? []).map(cellOf).join('|'));
};

/** A table whose cells are named by their row and column, with the cursor in its first cell. */
const table = (rows: number, columns: number) => {
  const editor = empty();
  insertTable(editor, columns, rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (row + column > 0) goToCell(editor, 'next');
      type(editor, `${row}${column}`);
    }
  while (editor.state.selection.$from.parent.textContent !== '00') goToCell(editor, 'previous');
  return editor;
};

const here = (editor: Editor): string => editor.state.selection.$from.parent.textContent;

test('a new table takes the place of an empty paragraph, and the cursor is in its first cell', () => {
  const editor = empty();
  insertTable(editor);
  type(editor, 'Here');
  expect(rowsOf(editor)).toEqual(['#Here|#|#', '||', '||']);
  expect(editor.getJSON().content).toHaveLength(1);
});

test('a new table is one that a body may hold', () => {
  const editor = empty();
  insertTable(editor);
  expect(bodySchema.safeParse(bodyOf(editor.getJSON())).error).toBeUndefined();
});

test('the next cell after the end of a row is the first of the row below', () => {
  const editor = table(2, 2);
  goToCell(editor, 'next');
  expect(here(editor)).toBe('01');
  goToCell(editor, 'next');
  expect(here(editor)).toBe('10');
});

test('the cell before the start of a row is the last of the row above', () => {
  const editor = table(2, 2);
  goToCell(editor, 'next');
  goToCell(editor, 'next');
  goToCell(editor, 'previous');
  expect(here(editor)).toBe('01');
});

test('there is no cell before the first one', () => {
  const editor = table(2, 2);
  expect(goToCell(editor, 'previous')).toBe(true);
  expect(here(editor)).toBe('00');
});

test('the cell below is in the same column', () => {
  const editor = table(2, 2);
  goToCell(editor, 'next');
  goToCell(editor, 'below');
  expect(here(editor)).toBe('11');
});

test('after the last cell a row is added, and the cursor is in its first cell', () => {
  const editor = table(2, 2);
  for (let step = 0; step < 4; step++) goToCell(editor, 'next');
  type(editor, 'new');
  expect(rowsOf(editor)).toEqual(['#00|#01', '10|11', 'new|']);
});

test('below the last row a row is added, and the cursor stays in its column', () => {
  const editor = table(2, 2);
  goToCell(editor, 'next');
  goToCell(editor, 'below');
  goToCell(editor, 'below');
  type(editor, 'new');
  expect(rowsOf(editor)).toEqual(['#00|#01', '10|11', '|new']);
});

test('an added row has the alignment of the row above', () => {
  const editor = table(1, 2);
  editor.commands.updateAttributes('tableHeader', { align: 'right' });
  goToCell(editor, 'below');
  const { content } = editor.getJSON() as JSONContent;
  const row = content?.[0]?.content?.[1];
  expect(row?.content?.map(({ attrs }) => attrs?.['align'])).toEqual(['right', null]);
});

test('a row that is added makes every row as long as the longest', () => {
  const cell = (name: string, text: string) => ({
    type: name,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  const editor = written({
    type: 'table',
    content: [
      { type: 'tableRow', content: [cell('tableHeader', 'a'), cell('tableHeader', 'b')] },
      { type: 'tableRow', content: [cell('tableCell', 'c')] },
    ],
  });
  editor.commands.setTextSelection(4);
  while (here(editor) !== 'c') goToCell(editor, 'next');
  goToCell(editor, 'below');
  expect(rowsOf(editor)).toEqual(['#a|#b', 'c|', '|']);
});

test('outside a table no key goes to a cell', () => {
  expect(goToCell(empty(), 'next')).toBe(false);
});
