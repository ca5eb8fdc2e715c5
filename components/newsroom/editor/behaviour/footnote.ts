import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

const isInFootnote = ({ state }: Editor): boolean =>
  state.selection.$from.parent.type.name === 'footnote';

/**
 * Inserts a footnote after the selection and moves the cursor into it. Inside a footnote it leaves the
 * footnote instead, because footnotes cannot be nested.
 * @returns false where no footnote is allowed
 */
export function insertFootnote(editor: Editor): boolean {
  if (isInFootnote(editor)) return leaveFootnote(editor);
  return editor.commands.command(({ state, tr }) => {
    const type = state.schema.nodes['footnote'];
    const { $to } = state.selection;
    if (!type || !$to.parent.type.contentMatch.matchType(type)) return false;
    tr.insert($to.pos, type.create());
    tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1));
    return true;
  });
}

/**
 * Moves the cursor into the text after the footnote.
 * @returns false outside a footnote
 */
export function leaveFootnote(editor: Editor): boolean {
  if (!isInFootnote(editor)) return false;
  return editor.commands.command(({ state, tr }) => {
    tr.setSelection(TextSelection.create(tr.doc, state.selection.$from.after()));
    return true;
  });
}

/** Removes an empty footnote, as if it had never been inserted. */
export function removeEmptyFootnote(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || !isInFootnote(editor) || $from.parent.content.size > 0) return false;
  return editor.commands.command(({ tr }) => {
    tr.delete($from.before(), $from.after());
    return true;
  });
}
