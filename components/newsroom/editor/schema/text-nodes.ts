/**
 * The nodes of the tree of `lib/content/body/body.ts` that are no kind of block. Nodes and attributes have the
 * same names there, so that `editor.getJSON()` returns a body.
 */
import { Node } from '@tiptap/core';

/** What a list item or a quote holds. */
export const FLOW = '(paragraph | bulletList | orderedList)+';

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const Text = Node.create({ name: 'text', group: 'inline' });

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

/** An item of either kind of list. */
const ListItem = Node.create({
  name: 'listItem',
  content: FLOW,
  defining: true,
  renderHTML: () => ['li', 0],
});

export const TEXT_NODES = [Doc, Text, HardBreak, ListItem];
