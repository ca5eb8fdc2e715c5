import { InputRule, Node } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { nodeType, type EditorBlock } from '../editor-block';

const HorizontalRule = Node.create({
  name: 'horizontalRule',
  group: 'block',
  renderHTML: () => ['hr'],
});

export const editorBlock = {
  nodes: [HorizontalRule],
  tools: [
    {
      name: 'horizontalRule',
      key: 'Mod-Alt-r',
      place: 62,
      run: ({ commands }) =>
        commands.insertContent([{ type: 'horizontalRule' }, { type: 'paragraph' }]),
    },
  ],
  inputRules: (schema) => [
    new InputRule({
      find: /^(?:---|—-|\*\*\*)$/,
      handler: ({ state: { tr }, range }) => {
        const $at = tr.doc.resolve(range.from);
        if ($at.depth !== 1 || $at.parent.type.name !== 'paragraph') return;
        const start = $at.before(1);
        tr.replaceWith(start, $at.after(1), [
          nodeType(schema, 'horizontalRule').create(),
          nodeType(schema, 'paragraph').create(),
        ]);
        tr.setSelection(TextSelection.near(tr.doc.resolve(start + 2)));
      },
    }),
  ],
} as const satisfies EditorBlock;
