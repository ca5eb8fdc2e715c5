import type { Locale } from '../../../i18n/locales.ts';
import { bindWords } from './bind-words.ts';
import type { Block } from '../body.ts';
import { definitionOf } from '../definition-of.ts';

interface Node {
  type: string;
  text?: string;
  marks?: readonly { type: string }[];
  content?: readonly Node[];
}

/** A body's blocks with non-breaking spaces in their text ({@link bindWords}); code is not changed. */
export const bindBody = (blocks: readonly Block[], locale: Locale): Block[] =>
  // Text is replaced by text: each node keeps its type.
  blocks.map((block) => bind(block as Node, locale) as Block);

function bind(node: Node, locale: Locale): Node {
  if (definitionOf(node)?.isCode || node.marks?.some(({ type }) => type === 'code')) return node;
  if (node.text !== undefined) return { ...node, text: bindWords(node.text, locale) };
  return node.content
    ? { ...node, content: node.content.map((inner) => bind(inner, locale)) }
    : node;
}
