import { Node, wrappingInputRule } from '@tiptap/core';
import { nodeType, type EditorBlock } from '../editor-block';

const BulletList = Node.create({
  name: 'bulletList',
  group: 'block',
  content: 'listItem+',
  renderHTML: () => ['ul', 0],
});

export const editorBlock = {
  nodes: [BulletList],
  tools: [
    {
      name: 'bulletList',
      key: 'Mod-Shift-8',
      place: 30,
      run: ({ commands }) => commands.toggleList('bulletList', 'listItem'),
    },
  ],
  inputRules: (schema) => [
    wrappingInputRule({ find: /^\s*[-*+]\s$/, type: nodeType(schema, 'bulletList') }),
  ],
} as const satisfies EditorBlock;
