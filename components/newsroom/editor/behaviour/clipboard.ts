import { Extension, type Editor } from '@tiptap/core';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import type { Body } from '@/lib/content/body/body';
import { embedAddress, linkAddress } from '@/lib/content/html/addresses';
import { readPaste } from '@/lib/content/html/paste';
import { isHref } from '@/lib/content/body/href';
import { EDITOR_BLOCKS } from '../blocks.generated';
import type { EditorBlock } from '../editor-block';
import { documentOf } from '../schema/body-document';
import { isLineOfText } from './line-of-text';

/** The clipboard type of text copied from this editor, stored unchanged as JSON. */
const OWN_TYPE = 'application/x-caliber-text';

export interface ClipboardOptions {
  /** Called with the number of pictures that the paste left out. */
  onLost: (pictures: number) => void;
  /** Called with the picture files that were pasted or dropped. */
  onFiles: (files: File[]) => void;
}

/**
 * Copying and pasting. ProseMirror would let the browser parse clipboard HTML, which the content security
 * policy forbids and which would need a policy exception; here a parser in JavaScript builds the same tree as
 * the importers, and the browser never parses the HTML.
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
          // ProseMirror itself moves a selection dragged within the text, without HTML.
          if (view.dragging) return false;
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at) editor.commands.setTextSelection(at.pos);
          return take(view, event, event.dataTransfer);
        },
      },
      transformCopied: (slice) => slice,
    });
    // Runs after ProseMirror has cleared the clipboard and written its own data.
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

/** Plain text: a blank line separates paragraphs, and a single line end becomes a hard break. */
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

/**
 * Replaces the selection with a slice; in a heading, cell, pull quote or footnote, only with its inline text.
 */
function put(view: EditorView, slice: Slice): void {
  const { tr, schema } = view.state;
  const { $from } = view.state.selection;
  const isNote = $from.parent.type.name === 'footnote';
  const isLine = isNote || $from.node(-1)?.type.spec.isolating || isLineOfText($from.parent);
  const isInline = slice.content.childCount === 1 && slice.openStart > 0 && !isNote;
  if (!isLine || isInline) return view.dispatch(tr.replaceSelection(slice).scrollIntoView());
  const inlines: Node[] = [];
  slice.content.descendants((node) => {
    if (node.isTextblock && inlines.length > 0) inlines.push(schema.text(' '));
    const isWhole = node.isLeaf || !isNote;
    if (node.isInline && isWhole) inlines.push(node);
    // A footnote keeps its node; pasted into another footnote, only its text is inserted.
    return !node.isInline || !isWhole;
  });
  view.dispatch(tr.replaceSelection(new Slice(Fragment.from(inlines), 0, 0)).scrollIntoView());
}

/**
 * The slice that was copied from this editor, or null if the data is invalid: any other page can write data
 * of this clipboard type.
 */
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

/** The blocks' rules for attributes, by the names of their nodes. */
const SOUND = new Map(
  Object.values<EditorBlock>(EDITOR_BLOCKS).flatMap(({ nodes, isSound }) =>
    isSound ? nodes.map(({ name }) => [name, isSound] as const) : [],
  ),
);

/** The attribute rules of `bodySchema`, without its library. */
function hasSoundAttributes(node: Node): boolean {
  const { type, attrs, marks } = node;
  if (marks.some((mark) => mark.type.name === 'link' && !isHref(String(mark.attrs['href']))))
    return false;
  const isSound = SOUND.get(type.name);
  if (isSound) return isSound(node);
  return Object.values(attrs).every((value) => value === null || typeof value === 'string');
}
