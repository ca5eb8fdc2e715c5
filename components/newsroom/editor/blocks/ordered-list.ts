import { mergeAttributes, Node, wrappingInputRule } from '@tiptap/core';
import { nodeType, type EditorBlock } from '../editor-block';

const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block',
  content: 'listItem+',
  addAttributes: () => ({ start: { default: 1 } }),
  renderHTML: ({ HTMLAttributes }) => ['ol', mergeAttributes(HTMLAttributes), 0],
});

export const editorBlock = {
  nodes: [OrderedList],
  isSound: ({ attrs }) => Number.isInteger(attrs['start']) && (attrs['start'] as number) >= 0,
  tools: [
    {
      name: 'orderedList',
      key: 'Mod-Shift-7',
      place: 31,
      run: ({ commands }) => commands.toggleList('orderedList', 'listItem'),
    },
  ],
  inputRules: (schema) => [
    wrappingInputRule({
      find: /^(\d{1,6})\.\s$/,
      type: nodeType(schema, 'orderedList'),
      getAttributes: ([, number]) => ({ start: Number(number) }),
      joinPredicate: ([, number], before) =>
        before.childCount + Number(before.attrs['start']) === Number(number),
    }),
  ],
} as const satisfies EditorBlock;
