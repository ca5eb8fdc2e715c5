/**
 * The tree of `lib/content/body/body.ts` as the editor's schema: nodes and attributes have the same names, so
 * that `editor.getJSON()` returns a body. Each node is rendered as on readers' pages.
 */
import { mergeAttributes, Node } from '@tiptap/core';

const FLOW = '(paragraph | bulletList | orderedList)+';

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const Text = Node.create({ name: 'text', group: 'inline' });

const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  renderHTML: () => ['p', 0],
});

const HardBreak = Node.create({
  name: 'hardBreak',
  inline: true,
  group: 'inline',
  selectable: false,
  linebreakReplacement: true,
  renderHTML: () => ['br'],
  renderText: () => '\n',
});

/** A footnote: written at its reference in the text, between brackets that `views/footnote.ts` renders. */
export const Footnote = Node.create({
  name: 'footnote',
  inline: true,
  group: 'inline',
  content: '(text | hardBreak)*',
  isolating: true,
  renderHTML: () => ['span', { 'data-footnote': '' }, 0],
  renderText: () => '',
});

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  renderHTML: ({ node }) => [`h${String(node.attrs['level'])}`, 0],
});

const BulletList = Node.create({
  name: 'bulletList',
  group: 'block',
  content: 'listItem+',
  renderHTML: () => ['ul', 0],
});

const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block',
  content: 'listItem+',
  addAttributes: () => ({ start: { default: 1 } }),
  renderHTML: ({ HTMLAttributes }) => ['ol', mergeAttributes(HTMLAttributes), 0],
});

const ListItem = Node.create({
  name: 'listItem',
  content: FLOW,
  defining: true,
  renderHTML: () => ['li', 0],
});

const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: FLOW,
  defining: true,
  renderHTML: () => ['blockquote', 0],
});

const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  addAttributes: () => ({ language: { default: null, rendered: false } }),
  renderHTML: () => ['pre', ['code', { spellcheck: 'false' }, 0]],
});

const HorizontalRule = Node.create({
  name: 'horizontalRule',
  group: 'block',
  renderHTML: () => ['hr'],
});

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
const TableHeader = cell('tableHeader', 'th');
const TableCell = cell('tableCell', 'td');

/** The attribution is edited in the node's own field: `views/pull-quote.ts`. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ attribution: { default: null, rendered: false } }),
  renderHTML: () => ['figure', { 'data-pull-quote': '' }, ['blockquote', ['p', 0]]],
});

export const TEXT_NODES = [
  Doc,
  Text,
  Paragraph,
  HardBreak,
  Heading,
  BulletList,
  OrderedList,
  ListItem,
  Blockquote,
  CodeBlock,
  HorizontalRule,
  Table,
  TableRow,
  TableHeader,
  TableCell,
];
