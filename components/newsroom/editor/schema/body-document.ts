import type { JSONContent } from '@tiptap/core';
import type { Body, Mark } from '@/lib/content/body/body';
import { MARK_NAMES } from './marks';

const byRank = (one: Mark, other: Mark) =>
  MARK_NAMES.indexOf(one.type) - MARK_NAMES.indexOf(other.type);

/**
 * Converts a body to the editor's document: marks are sorted in the schema's order, because the editor
 * compares marks only in that order, and an empty body gets a paragraph to write in.
 */
export function documentOf(body: Body): JSONContent {
  const inOrder = (node: JSONContent): JSONContent => ({
    ...node,
    ...(node.marks && { marks: [...(node.marks as Mark[])].sort(byRank) }),
    ...(node.content && { content: node.content.map(inOrder) }),
  });
  return body.content.length > 0
    ? inOrder(body as JSONContent)
    : { type: 'doc', content: [{ type: 'paragraph' }] };
}

/** Converts the editor's document to a body: a mark across a hard break is kept on the words only. */
export function bodyOf(document: JSONContent): Body {
  const inWords = (node: JSONContent): JSONContent => ({
    ...(node.type === 'hardBreak' ? { type: node.type } : node),
    ...(node.content && { content: node.content.map(inWords) }),
  });
  return inWords(document) as Body;
}
