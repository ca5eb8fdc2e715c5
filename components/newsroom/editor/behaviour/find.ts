/** Finding words in the text: every match is marked, one of them is the present one. */
import { Extension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { makePattern, matchesIn, type Wanted } from './match-text';

export interface Match {
  from: number;
  to: number;
}
interface Finding {
  wanted: Wanted | null;
  matches: Match[];
  /** Of the present match; −1 where there is none. */
  at: number;
  decorations: DecorationSet;
}

const NONE: Finding = { wanted: null, matches: [], at: -1, decorations: DecorationSet.empty };
const key = new PluginKey<Finding>('find');

/** Every match in a document; a match lies in one paragraph. */
export function findIn(doc: Node, wanted: Wanted): Match[] {
  const pattern = makePattern(wanted);
  if (!pattern) return [];
  const matches: Match[] = [];
  doc.descendants((block, start) => {
    if (!block.isTextblock) return true;
    const text = block.children.map(signsOf).join('');
    for (const { from, to } of matchesIn(text, pattern))
      matches.push({ from: start + 1 + from, to: start + 1 + to });
    return false;
  });
  return matches;
}

/** The text of an inline, a sign a place of the document: a note has one more before and after its words. */
function signsOf(inline: Node): string {
  if (inline.isLeaf) return inline.text ?? '\n';
  return `\n${inline.children.map(signsOf).join('')}\n`;
}

function finding(doc: Node, wanted: Wanted | null, nearest: number): Finding {
  if (!wanted) return NONE;
  const matches = findIn(doc, wanted);
  const next = matches.findIndex(({ from }) => from >= nearest);
  const at = matches.length === 0 ? -1 : Math.max(0, next);
  const decorations = matches.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: index === at ? 'found present' : 'found' }),
  );
  return { wanted, matches, at, decorations: DecorationSet.create(doc, decorations) };
}

/** What the transaction asks of the plugin. */
type Ask = { wanted: Wanted | null } | { nearest: number };

export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<Finding>({
      key,
      state: {
        init: () => NONE,
        apply(tr, held) {
          const ask = tr.getMeta(key) as Ask | undefined;
          if (ask && 'wanted' in ask) return finding(tr.doc, ask.wanted, tr.selection.from);
          if (ask) return finding(tr.doc, held.wanted, ask.nearest);
          if (!held.wanted || !tr.docChanged) return held;
          return finding(tr.doc, held.wanted, tr.mapping.map(held.matches[held.at]?.from ?? 0));
        },
      },
      props: { decorations: (state) => key.getState(state)?.decorations ?? null },
    }),
  ],
});

export const foundIn = (editor: Editor): Finding => key.getState(editor.state) ?? NONE;

/** Marks every match of what is wanted; null marks none. */
export function want(editor: Editor, wanted: Wanted | null): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, { wanted }).setMeta('addToHistory', false));
  show(editor);
}

/** Goes to the next or previous match, past the end to the start. */
export function goToMatch(editor: Editor, step: 1 | -1): void {
  const { matches, at } = foundIn(editor);
  const next = matches[(at + step + matches.length) % matches.length];
  if (!next) return;
  editor.view.dispatch(
    editor.state.tr.setMeta(key, { nearest: next.from }).setMeta('addToHistory', false),
  );
  show(editor);
}

/** Replaces the present match and goes to the next. */
export function replaceMatch(editor: Editor, replacement: string): void {
  const { matches, at } = foundIn(editor);
  const match = matches[at];
  if (!match) return;
  const { tr } = editor.state;
  put(editor, tr, match, replacement);
  editor.view.dispatch(tr.setMeta(key, { nearest: match.from + replacement.length }));
  show(editor);
}

/** Replaces every match in one step that one undo takes back; answers how many. */
export function replaceAll(editor: Editor, replacement: string): number {
  const { matches } = foundIn(editor);
  const { tr } = editor.state;
  for (const match of matches.toReversed()) put(editor, tr, match, replacement);
  if (matches.length > 0) editor.view.dispatch(tr);
  return matches.length;
}

function put(
  { schema }: Editor,
  tr: Editor['state']['tr'],
  { from, to }: Match,
  text: string,
): void {
  if (text === '') return void tr.delete(from, to);
  const marks = tr.doc.resolve(from + 1).marks();
  tr.replaceWith(from, to, schema.text(text, marks));
}

/** Brings the present match into sight without taking the focus from the panel. */
function show(editor: Editor): void {
  const { matches, at } = foundIn(editor);
  const match = matches[at];
  if (!match) return;
  const { tr } = editor.state;
  tr.setSelection(TextSelection.create(tr.doc, match.from, match.to));
  editor.view.dispatch(tr.setMeta('addToHistory', false));
  const { node } = editor.view.domAtPos(match.from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: 'center' });
}
