/** Finds the kind of block that reads a Markdown node. */
import type { RootContent } from 'mdast';
import type { BlockDefinition } from '../block-definition.ts';
import { BLOCKS } from '../blocks.generated.ts';
import type { Block } from '../body/body.ts';
import type { MarkdownReader } from './reader.ts';

type Reads = (node: RootContent, reader: MarkdownReader) => Block[] | null;
const DEFINITIONS: readonly BlockDefinition<Block>[] = Object.values(BLOCKS);
/** By the type of a node: the kinds of blocks that may claim it, then the kind that reads all others. */
const READERS = new Map<string, Reads[]>();
for (const { claimMarkdown = {} } of DEFINITIONS) addReaders(claimMarkdown);
for (const { readMarkdown = {} } of DEFINITIONS) addReaders(readMarkdown);

function addReaders(readers: object): void {
  // Each reader takes the nodes under whose type it is declared.
  for (const [type, read] of Object.entries(readers) as [string, Reads][])
    READERS.set(type, [...(READERS.get(type) ?? []), read]);
}

/** @returns null for a node that is no block */
export function readBlock(node: RootContent, reader: MarkdownReader): Block[] | null {
  for (const read of READERS.get(node.type) ?? []) {
    const blocks = read(node, reader);
    if (blocks) return blocks;
  }
  return null;
}
