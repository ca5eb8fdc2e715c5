import { Extension, type Editor } from '@tiptap/core';
import { exitCode } from '@tiptap/pm/commands';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { leaveFootnote, removeEmptyFootnote } from './footnote';
import { isLineOfText } from './line-of-text';
import { goToCell } from './table-commands';

/** The keys for structured text; the tools' own shortcuts are in `tools.ts`. */
export const Keys = Extension.create({
  name: 'keys',
  addKeyboardShortcuts() {
    const { editor } = this;
    const lineBreak = () =>
      editor.state.selection.$from.parent.type.spec.code
        ? exitCode(editor.state, editor.view.dispatch)
        : editor.chain().insertContent({ type: 'hardBreak' }).run();
    return {
      Enter: () =>
        leaveFootnote(editor) ||
        leaveCode(editor) ||
        goToCell(editor, 'below') ||
        editor.commands.splitListItem('listItem'),
      'Shift-Enter': lineBreak,
      'Mod-Enter': lineBreak,
      Tab: () => goToCell(editor, 'next') || inList(editor, 'sinkListItem'),
      'Shift-Tab': () => goToCell(editor, 'previous') || inList(editor, 'liftListItem'),
      Backspace: () => removeEmptyFootnote(editor) || toParagraph(editor),
    };
  },
  addProseMirrorPlugins: () => [
    new Plugin({ props: { handleDOMEvents: { keydown: reportSelection } } }),
  ],
});

/**
 * A browser fires `selectionchange` a moment after the key that moved the selection: another key pressed
 * before it would act on the old selection. So the event is dispatched to the editor at once.
 */
function reportSelection(view: EditorView, event: KeyboardEvent): void {
  const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isLetter || view.composing) return;
  view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/** In a list, Tab never leaves the text, whether or not the item could move. */
function inList(editor: Editor, command: 'sinkListItem' | 'liftListItem'): boolean {
  if (!editor.isActive('listItem')) return false;
  editor.commands[command]('listItem');
  return true;
}

/** A third consecutive Enter at the end of a code block leaves it. */
function leaveCode(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || !$from.parent.type.spec.code) return false;
  const isAtEnd = $from.parentOffset === $from.parent.content.size;
  if (!isAtEnd || !$from.parent.textContent.endsWith('\n\n')) return false;
  return editor
    .chain()
    .command(({ tr }) => Boolean(tr.delete($from.pos - 2, $from.pos)))
    .command(({ state, dispatch }) => exitCode(state, dispatch))
    .run();
}

/** At the start of a heading or pull quote, Backspace first turns it into a paragraph. */
function toParagraph(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  if ($from.parent.type.name === 'paragraph' && $from.node(-1)?.type.name === 'listItem') {
    const isFirst = $from.index(-1) === 0;
    return isFirst && editor.commands.liftListItem('listItem');
  }
  return isLineOfText($from.parent) && editor.commands.setNode('paragraph');
}
