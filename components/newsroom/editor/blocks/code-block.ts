import { Node, textblockTypeInputRule } from '@tiptap/core';
import { nodeType, type EditorBlock } from '../editor-block';

const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  addAttributes: () => ({ language: { default: null, rendered: false } }),
  renderHTML: () => ['pre', ['code', { spellcheck: 'false' }, 0]],
});

export const editorBlock = {
  nodes: [CodeBlock],
  tools: [
    {
      name: 'codeBlock',
      key: 'Mod-Alt-c',
      place: 61,
      run: ({ commands }) => commands.toggleNode('codeBlock', 'paragraph'),
    },
  ],
  inputRules: (schema) => [
    textblockTypeInputRule({
      find: /^```([a-z0-9+-]{0,20})\s$/,
      type: nodeType(schema, 'codeBlock'),
      getAttributes: ([, language]) => ({ language: language || null }),
    }),
  ],
} as const satisfies EditorBlock;
