import { Node, wrappingInputRule } from '@tiptap/core';
import { nodeType, type EditorBlock } from '../editor-block';
import { FLOW } from '../schema/text-nodes';

const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: FLOW,
  defining: true,
  renderHTML: () => ['blockquote', 0],
});

export const editorBlock = {
  nodes: [Blockquote],
  tools: [
    {
      name: 'blockquote',
      key: 'Mod-Shift-9',
      place: 40,
      run: ({ commands }) => commands.toggleWrap('blockquote'),
    },
  ],
  inputRules: (schema) => [
    wrappingInputRule({ find: /^>\s$/, type: nodeType(schema, 'blockquote') }),
  ],
} as const satisfies EditorBlock;
