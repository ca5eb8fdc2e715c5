import { Extension, type Editor } from '@tiptap/core';
import { exitCode } from '@tiptap/pm/commands';
import { goToCell } from './table-commands';

/** The keys of a text with structure; the tools' own shortcuts stand in `tools.ts`. */
export const Keys = Extension.create({
  name: 'keys',
  addKeyboardShortcuts() {
    const { editor } = this;
    const lineBreak = () =>
      editor.isActive('codeBlock')
        ? exitCode(editor.state, editor.view.dispatch)
        : editor.chain().insertContent({ type: 'hardBreak' }).run();
    return {
      Enter: () =>
        leaveCode(editor) || goToCell(editor, 'below') || editor.commands.splitListItem('listItem'),
      'Shift-Enter': lineBreak,
      'Mod-Enter': lineBreak,
      Tab: () => goToCell(editor, 'next') || inList(editor, 'sinkListItem'),
      'Shift-Tab': () => goToCell(editor, 'previous') || inList(editor, 'liftListItem'),
      Backspace: () => toParagraph(editor),
    };
  },
});

/** In a list Tab never leaves the text, whether the item could move or not. */
function inList(editor: Editor, command: 'sinkListItem' | 'liftListItem'): boolean {
  if (!editor.isActive('listItem')) return false;
  editor.commands[command]('listItem');
  return true;
}

/** A third Enter in a row, at its end, leaves code. */
function leaveCode(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parent.type.name !== 'codeBlock') return false;
  const isAtEnd = $from.parentOffset === $from.parent.content.size;
  if (!isAtEnd || !$from.parent.textContent.endsWith('\n\n')) return false;
  return editor
    .chain()
    .command(({ tr }) => Boolean(tr.delete($from.pos - 2, $from.pos)))
    .command(({ state, dispatch }) => exitCode(state, dispatch))
    .run();
}

/** At the start of a heading or a pull quote Backspace makes it a paragraph first. */
function toParagraph(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  if ($from.parent.type.name === 'paragraph' && $from.node(-1)?.type.name === 'listItem') {
    const isFirst = $from.index(-1) === 0;
    return isFirst && editor.commands.liftListItem('listItem');
  }
  const isPlain = !/^(heading|pullQuote|codeBlock)$/.test($from.parent.type.name);
  return !isPlain && editor.commands.setNode('paragraph');
}
