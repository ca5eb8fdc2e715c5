import type { Body, Footnote } from './body.ts';
import { childrenOf, wordsIn, type Node } from './body-bounds.ts';

/** The notes below a node in the order in which they are read; it may be stored as none of ours. */
function* notesIn(node: Node): Generator<Footnote> {
  if (node.type === 'footnote') {
    if (wordsIn(node).trim() !== '') yield node as Footnote;
  } else if (node.type !== 'codeBlock') for (const child of childrenOf(node)) yield* notesIn(child);
}

/** The footnotes of a text in the order of their numbers; one without words has none. */
export const footnotesOf = (body: Body): Footnote[] => [...notesIn(body)];
