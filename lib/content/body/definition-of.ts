import type { BlockDefinition } from '../block-definition.ts';
import { BLOCKS } from '../blocks.generated.ts';
import type { Block } from './body.ts';

/** The kinds of blocks, each under its type. */
const DEFINITIONS: ReadonlyMap<string, BlockDefinition<Block>> = new Map(Object.entries(BLOCKS));

/**
 * The definition of a block's kind: its functions take that block.
 * @returns undefined for a stored node of no kind that this portal knows
 */
export const definitionOf = ({ type }: { type: string }): BlockDefinition<Block> | undefined =>
  DEFINITIONS.get(type);
