import type { JSONContent } from '@tiptap/core';
import type { Body, Mark } from '@/lib/content/body/body';
import { MARK_NAMES } from './marks';

const byRank = (one: Mark, other: Mark) =>
  MARK_NAMES.indexOf(one.type) - MARK_NAMES.indexOf(other.type);

/**
 * A body as the editor takes it: the marks of a word stand in the schema's own order, in which alone it
 * compares them, and an empty body has a paragraph to write in.
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

/** What the editor holds as a body: a mark that goes over the end of a line marks the words only. */
export function bodyOf(document: JSONContent): Body {
  const inWords = (node: JSONContent): JSONContent => ({
    ...(node.type === 'hardBreak' ? { type: node.type } : node),
    ...(node.content && { content: node.content.map(inWords) }),
  });
  return inWords(document) as Body;
}
