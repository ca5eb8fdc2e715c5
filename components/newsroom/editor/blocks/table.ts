import { Node } from '@tiptap/core';
import { insertTable } from '../behaviour/table-commands';
import type { EditorBlock } from '../editor-block';

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  renderHTML: () => ['div', { 'data-table': '' }, ['table', ['tbody', 0]]],
});

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader | tableCell)+',
  renderHTML: () => ['tr', 0],
});

const cell = (name: 'tableHeader' | 'tableCell', tag: 'th' | 'td') =>
  Node.create({
    name,
    content: 'paragraph',
    isolating: true,
    addAttributes: () => ({
      align: {
        default: null,
        renderHTML: ({ align }) => (align ? { 'data-align': String(align) } : {}),
      },
    }),
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

export const editorBlock = {
  nodes: [Table, TableRow, cell('tableHeader', 'th'), cell('tableCell', 'td')],
  isSound: ({ attrs: { align = null } }) =>
    ['left', 'center', 'right', null].includes(align as string | null),
  tools: [{ name: 'table', key: 'Mod-Alt-t', place: 60, run: (editor) => insertTable(editor) }],
} as const satisfies EditorBlock;
