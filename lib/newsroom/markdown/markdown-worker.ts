/** Runs in a worker thread, for `readMarkdownAside`. */
import type { Nodes, Root } from 'mdast';
import { readMarkdown } from '../../content/markdown/parse.ts';

/**
 * The most levels of a tree: more than a real text has, and fewer than the code that traverses it can handle.
 */
const DEEPEST = 100;

const isDeeper = (node: Nodes, than: number): boolean =>
  than === 0 || ('children' in node && node.children.some((child) => isDeeper(child, than - 1)));

/**
 * Parses Markdown. A default export, because Piscina requires one.
 * @throws RangeError when a text nests too deeply
 */
export default function read(source: string): Root {
  const root = readMarkdown(source);
  if (isDeeper(root, DEEPEST)) throw new RangeError('It nests too deeply.');
  return root;
}
