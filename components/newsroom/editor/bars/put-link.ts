import type { Editor } from '@tiptap/core';
import { embedAddress, linkAddress } from '@/lib/content/html/addresses';

/** A domain, or any text that starts like a URL. */
const ADDRESS = /^(https?:|mailto:|\/|#|www\.|[\w-]+(\.[\w-]+)*\.\p{L}{2,}(\/|$))/iu;

/** The URL that a typed text means; null if it is a search. */
export const asAddress = (text: string): string | null => {
  const trimmed = text.trim();
  if (!ADDRESS.test(trimmed)) return null;
  return linkAddress(/^(\w+:|\/|#)/.test(trimmed) ? trimmed : `https://${trimmed}`, null);
};

/**
 * Links the selection, or the link at the cursor; without a selection, `name` is inserted as the link text.
 */
export function putLink(editor: Editor, href: string, name: string): void {
  const { empty, $from } = editor.state.selection;
  if (editor.isActive('link'))
    return void editor.chain().extendMarkRange('link').setMark('link', { href }).run();
  if (!empty) return void editor.commands.setMark('link', { href });
  const embed = embedAddress(href);
  if (embed && $from.depth === 1 && $from.parent.content.size === 0) {
    editor.commands.insertContent([{ type: 'embed', attrs: embed }, { type: 'paragraph' }]);
  } else {
    const marks = [{ type: 'link', attrs: { href } }];
    editor.commands.insertContent({ type: 'text', text: name, marks });
  }
}
