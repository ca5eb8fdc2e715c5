/** A body as lines of text: each block that holds words, whatever contains it. */
import { wordsIn } from './body-bounds.ts';
import type { Block, Body } from './body.ts';
import { definitionOf } from './definition-of.ts';
import { runOfWords, type Line } from './runs.ts';

/** The lines of a body, in reading order. */
export const linesOf = (body: Body): Line[] => body.content.flatMap((block) => linesOfBlock(block));

/**
 * The lines of one block; of a stored node that is no block of ours, its words.
 * @param depth - nesting depth of the list that contains the block; 0 outside of lists
 */
export function linesOfBlock(block: Block, depth = 0): Line[] {
  const definition = definitionOf(block);
  return definition
    ? definition.lines(block, depth, linesOfBlock)
    : [{ kind: 'paragraph', depth, runs: runOfWords(wordsIn(block)) }];
}
