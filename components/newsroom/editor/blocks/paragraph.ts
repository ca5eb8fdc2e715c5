import { Node } from '@tiptap/core';
import type { EditorBlock } from '../editor-block';

const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  renderHTML: () => ['p', 0],
});

export const editorBlock = { nodes: [Paragraph] } as const satisfies EditorBlock;
