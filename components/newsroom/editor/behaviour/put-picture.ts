import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { LARGEST_GALLERY } from '@/lib/content/html/pictures';

/** A library picture as the body references it. */
export interface PutPicture {
  imageId: string;
  alt: string;
  caption: string | null;
  credit: string | null;
}

/**
 * Inserts a picture at the cursor. If a picture is selected, both become a gallery; if a gallery, or a
 * picture in one, is selected, the new picture is added at its end.
 */
export function putPicture(editor: Editor, attrs: PutPicture): void {
  const { state, view } = editor;
  const { image, gallery } = editor.schema.nodes;
  const picture = image?.create(attrs);
  const { selection, tr } = state;
  const chosen = selection instanceof NodeSelection ? selection.node : null;
  const $in = selection.$from;
  const inside = $in.parent.type === gallery ? $in.parent : null;
  const whole = inside ?? (chosen?.type === gallery ? chosen : null);
  if (picture && whole && whole.childCount < LARGEST_GALLERY) {
    const start = inside ? $in.before() : selection.from;
    tr.insert(start + whole.nodeSize - 1, picture);
    tr.setSelection(NodeSelection.create(tr.doc, start));
    return view.dispatch(tr.scrollIntoView());
  }
  if (picture && gallery && chosen && chosen.type === image && !inside) {
    const { from, to } = selection;
    tr.replaceWith(from, to, gallery.create(null, [chosen, picture]));
    tr.setSelection(NodeSelection.create(tr.doc, from));
    return view.dispatch(tr.scrollIntoView());
  }
  editor.commands.insertContent({ type: 'image', attrs });
}
