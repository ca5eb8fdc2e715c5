/** Runs in a thread of its own, for `readMarkdownAside`. */
import type { Nodes, Root } from 'mdast';
import { readMarkdown } from '../content/markdown/parse.ts';

/** Levels of a tree: more than a text has, and fewer than whoever goes through one can bear. */
const DEEPEST = 100;

const isDeeper = (node: Nodes, than: number): boolean =>
  than === 0 || ('children' in node && node.children.some((child) => isDeeper(child, than - 1)));

/**
 * Piscina asks for a default export.
 * @throws RangeError where a text nests too deeply
 */
export default function read(source: string): Root {
  const root = readMarkdown(source);
  if (isDeeper(root, DEEPEST)) throw new RangeError('It nests too deeply.');
  return root;
}
