import type { Body, Footnote } from './body.ts';
import { childrenOf, wordsIn, type Node } from './body-bounds.ts';
import { definitionOf } from './definition-of.ts';

/** The footnotes below a node in reading order; the stored node may not match our schema. */
function* notesIn(node: Node): Generator<Footnote> {
  if (node.type === 'footnote') {
    if (wordsIn(node).trim() !== '') yield node as Footnote;
  } else if (!definitionOf({ type: String(node.type) })?.isCode)
    for (const child of childrenOf(node)) yield* notesIn(child);
}

/** The footnotes of a text in the order of their numbers; a reference without words has no number. */
export const footnotesOf = (body: Body): Footnote[] => [...notesIn(body)];
