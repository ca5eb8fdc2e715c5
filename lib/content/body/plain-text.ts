import { wordsIn } from './body-bounds.ts';
import type { Block, Body } from './body.ts';
import { definitionOf } from './definition-of.ts';
import { footnotesOf } from './footnotes.ts';
import { inlineText } from './inline-text.ts';

/** The words of a block; what was stored by an older portal or by other software may be no block of ours. */
const blockText = (block: Block): string =>
  definitionOf(block)?.plainText(block, blockText) ?? wordsIn(block);

/**
 * The words of a body without formatting, one block a line, the footnotes last: for search, reading time and
 * descriptions.
 */
export function plainText(body: Body): string {
  const notes = footnotesOf(body).map(({ content }) => inlineText(content));
  return [...body.content.map(blockText), ...notes].filter((text) => text.trim() !== '').join('\n');
}
