import type { Locale } from '../../i18n/locales.ts';
import { bindWords } from './bind-words.ts';
import type { Block } from './body.ts';

interface Node {
  type: string;
  text?: string;
  marks?: readonly { type: string }[];
  content?: readonly Node[];
}

/** A body's blocks with the words of their text bound ({@link bindWords}); code stays as it was written. */
export const bindBody = (blocks: readonly Block[], locale: Locale): Block[] =>
  // A text for a text: each node is of its kind as before.
  blocks.map((block) => bind(block as Node, locale) as Block);

function bind(node: Node, locale: Locale): Node {
  if (node.type === 'codeBlock' || node.marks?.some(({ type }) => type === 'code')) return node;
  if (node.text !== undefined) return { ...node, text: bindWords(node.text, locale) };
  return node.content
    ? { ...node, content: node.content.map((inner) => bind(inner, locale)) }
    : node;
}
