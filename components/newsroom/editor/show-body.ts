import type { Editor } from '@tiptap/core';
import type { Body } from '@/lib/content/body/body';
import { documentOf } from './schema/body-document';

/**
 * Shows a body that came from elsewhere, by replacing only the part that differs: the cursor and other marks
 * in the text stay in place. It cannot be undone here, because it is another user's change.
 */
export function showBody(editor: Editor, body: Body): void {
  const next = editor.schema.nodeFromJSON(documentOf(body));
  const { doc, tr } = editor.state;
  const start = doc.content.findDiffStart(next.content);
  const ends = doc.content.findDiffEnd(next.content);
  if (start === null || !ends) return;
  // If the removed text repeats the text before it, the two diffs overlap: extend both ends past the start.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  tr.replace(start, ends.a + overlap, next.slice(start, ends.b + overlap));
  const change = tr.doc.eq(next)
    ? tr
    : editor.state.tr.replaceWith(0, doc.content.size, next.content);
  editor.view.dispatch(change.setMeta('addToHistory', false).setMeta('preventUpdate', true));
}
