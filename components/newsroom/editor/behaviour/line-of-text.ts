import type { Node } from '@tiptap/pm/model';

/** Whether a node is a line of text other than a paragraph: a heading, a pull quote, code. */
export const isLineOfText = ({ type }: Node): boolean =>
  type.isTextblock && type.name !== 'paragraph';
