import { Extension, type Editor } from '@tiptap/core';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import type { Body } from '@/lib/content/body/body';
import { embedAddress, linkAddress } from '@/lib/content/html/addresses';
import { readPaste } from '@/lib/content/html/paste';
import { isHref } from '@/lib/content/body/href';
import { documentOf } from '../schema/body-document';

/** Under this name what is copied here goes into the clipboard as it is. */
const OWN_TYPE = 'application/x-caliber-text';

export interface ClipboardOptions {
  /** Told how many pictures were left behind. */
  onLost: (pictures: number) => void;
  /** Given the picture files that were pasted or dropped. */
  onFiles: (files: File[]) => void;
}

/**
 * Copying and pasting. ProseMirror would have the browser parse a clipboard's HTML, which the page's policy
 * forbids and which would need a policy of its own; here a parser in JavaScript makes the tree that the
 * importers make, and the browser never sees the HTML.
 */
export const Clipboard = Extension.create<ClipboardOptions>({
  name: 'clipboard',
  addOptions: () => ({ onLost: () => {}, onFiles: () => {} }),
  onCreate() {
    const { editor, options } = this;
    const take = (view: EditorView, event: Event, data: DataTransfer | null): boolean => {
      if (!data || !editor.isEditable) return false;
      event.preventDefault();
      const files = [...data.files].filter(({ type }) => type.startsWith('image/'));
      const html = data.getData('text/html');
      if (files.length > 0 && html.trim() === '') options.onFiles(files);
      else {
        const lost = paste(editor, view, data, html);
        if (lost > 0) options.onLost(lost);
      }
      return true;
    };
    const copied = (view: EditorView, event: ClipboardEvent): boolean => {
      const slice = view.state.selection.content();
      if (event.clipboardData && slice.size > 0)
        event.clipboardData.setData(OWN_TYPE, JSON.stringify(slice.toJSON()));
      return false;
    };
    editor.view.setProps({
      handleDOMEvents: {
        paste: (view, event) => take(view, event, event.clipboardData),
        drop: (view, event) => {
          // What was dragged within the text is moved by ProseMirror itself, without HTML.
          if (view.dragging) return false;
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at) editor.commands.setTextSelection(at.pos);
          return take(view, event, event.dataTransfer);
        },
      },
      transformCopied: (slice) => slice,
    });
    // After ProseMirror has cleared the clipboard and written its own.
    editor.view.dom.addEventListener('copy', (event) => void copied(editor.view, event));
  },
});

function paste(editor: Editor, view: EditorView, data: DataTransfer, html: string): number {
  const { state } = view;
  const text = data.getData('text/plain').replace(/\r\n?/g, '\n');
  const { $from, empty } = state.selection;
  if ($from.parent.type.spec.code) {
    view.dispatch(state.tr.insertText(text).scrollIntoView());
    return 0;
  }
  const own = ownSlice(editor, data.getData(OWN_TYPE));
  if (own) {
    put(view, own);
    return 0;
  }
  const address = text.trim();
  if (/^https?:\/\/\S+$/.test(address)) {
    const embed = embedAddress(address);
    const isAlone = $from.depth === 1 && $from.parent.content.size === 0;
    if (embed && empty && isAlone) {
      editor.commands.insertContent([{ type: 'embed', attrs: embed }, { type: 'paragraph' }]);
      return 0;
    }
    const href = linkAddress(address, null);
    if (!empty && href) {
      editor.commands.setMark('link', { href });
      return 0;
    }
  }
  const { body, lostPictures } =
    html.trim() === ''
      ? { body: bodyOfText(text), lostPictures: 0 }
      : readPaste(html, location.origin);
  if (body.content.length > 0) put(view, sliceOf(editor, body));
  return lostPictures;
}

/** Plain text: a blank line parts paragraphs, and a line's end is a line's end. */
function bodyOfText(text: string): Body {
  const paragraphs = text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
  return {
    type: 'doc',
    content: paragraphs.map((part) => ({
      type: 'paragraph',
      content: part
        .replace(/^\n+|\n+$/g, '')
        .split('\n')
        .flatMap((line, at) => [
          ...(at > 0 ? [{ type: 'hardBreak' } as const] : []),
          ...(line ? [{ type: 'text', text: line } as const] : []),
        ]),
    })),
  };
}

/** Blocks as a slice whose first and last paragraph join the text around them. */
function sliceOf(editor: Editor, body: Body): Slice {
  const { content } = editor.schema.nodeFromJSON(documentOf(body));
  const isOpen = (node: Node | null | undefined) => (node?.type.name === 'paragraph' ? 1 : 0);
  return new Slice(content, isOpen(content.firstChild), isOpen(content.lastChild));
}

/** Puts a slice in place of the selection; into a heading, a cell, a pull quote or a note its words alone. */
function put(view: EditorView, slice: Slice): void {
  const { tr, schema } = view.state;
  const { $from } = view.state.selection;
  const isNote = $from.parent.type.name === 'footnote';
  const isLine =
    isNote ||
    $from.node(-1)?.type.spec.isolating ||
    /^(heading|pullQuote)$/.test($from.parent.type.name);
  const isInline = slice.content.childCount === 1 && slice.openStart > 0 && !isNote;
  if (!isLine || isInline) return view.dispatch(tr.replaceSelection(slice).scrollIntoView());
  const inlines: Node[] = [];
  slice.content.descendants((node) => {
    if (node.isTextblock && inlines.length > 0) inlines.push(schema.text(' '));
    const isWhole = node.isLeaf || !isNote;
    if (node.isInline && isWhole) inlines.push(node);
    // A note goes with its words; into another one its words go alone.
    return !node.isInline || !isWhole;
  });
  view.dispatch(tr.replaceSelection(new Slice(Fragment.from(inlines), 0, 0)).scrollIntoView());
}

/** What was copied here, if it is that: another page can write anything under our name. */
function ownSlice(editor: Editor, json: string): Slice | null {
  if (json === '') return null;
  try {
    const slice = Slice.fromJSON(editor.schema, JSON.parse(json));
    slice.content.forEach((node) => node.check());
    let isSound = true;
    slice.content.descendants((node) => {
      isSound &&= hasSoundAttributes(node);
      return isSound;
    });
    return isSound ? slice : null;
  } catch {
    return null;
  }
}

/** What `bodySchema` demands of attributes, without its library. */
function hasSoundAttributes({ type, attrs, marks }: Node): boolean {
  const isText = (value: unknown) => value === null || typeof value === 'string';
  if (marks.some((mark) => mark.type.name === 'link' && !isHref(String(mark.attrs['href']))))
    return false;
  switch (type.name) {
    case 'heading':
      return [2, 3, 4].includes(attrs['level'] as number);
    case 'orderedList':
      return Number.isInteger(attrs['start']) && (attrs['start'] as number) >= 0;
    case 'image':
      return (
        /^[0-9a-f]{32}$/.test(String(attrs['imageId'])) &&
        typeof attrs['alt'] === 'string' &&
        isText(attrs['caption']) &&
        isText(attrs['credit'])
      );
    case 'embed': {
      const embed = embedAddress(String(attrs['url']));
      return embed?.url === attrs['url'] && embed?.provider === attrs['provider'];
    }
    case 'tableCell':
    case 'tableHeader':
      return ['left', 'center', 'right', null].includes(attrs['align'] as string | null);
    default:
      return Object.values(attrs).every(isText);
  }
}
