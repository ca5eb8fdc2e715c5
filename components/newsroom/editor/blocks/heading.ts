import { Node, textblockTypeInputRule, type Editor } from '@tiptap/core';
import { nodeType, type EditorBlock } from '../editor-block';

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  renderHTML: ({ node }) => [`h${String(node.attrs['level'])}`, 0],
});

const tool = (level: 2 | 3 | 4) => ({
  key: `Mod-Alt-${level}`,
  place: 8 + level,
  run: ({ commands }: Editor) => commands.toggleNode('heading', 'paragraph', { level }),
  isOn: (editor: Editor) => editor.isActive('heading', { level }),
});

export const editorBlock = {
  nodes: [Heading],
  isSound: ({ attrs }) => [2, 3, 4].includes(attrs['level'] as number),
  tools: [
    { name: 'heading2', ...tool(2) },
    { name: 'heading3', ...tool(3) },
    { name: 'heading4', ...tool(4) },
  ],
  inputRules: (schema) => [
    textblockTypeInputRule({
      find: /^(#{2,4})\s$/,
      type: nodeType(schema, 'heading'),
      getAttributes: ([, signs = '']) => ({ level: signs.length }),
    }),
  ],
} as const satisfies EditorBlock;
