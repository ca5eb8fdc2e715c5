/** Finds words in the text: every match is highlighted, one of them is the current one. */
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
  /** Index of the current match; −1 if there is none. */
  at: number;
  decorations: DecorationSet;
}

const NONE: Finding = { wanted: null, matches: [], at: -1, decorations: DecorationSet.empty };
const key = new PluginKey<Finding>('find');

/** Every match in a document; a match never crosses a paragraph. */
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

/**
 * The text of an inline node, one UTF-16 unit per document position: a footnote has one more at its start and
 * its end.
 */
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

/** The transaction's instruction to the plugin. */
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

/** What the search of the editor has found; nothing while no search is open. */
export const foundIn = (editor: Editor): Finding => key.getState(editor.state) ?? NONE;

/** Highlights every match of `wanted`; null removes the highlights. */
export function want(editor: Editor, wanted: Wanted | null): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, { wanted }).setMeta('addToHistory', false));
  show(editor);
}

/** Goes to the next or previous match; wraps around at the ends. */
export function goToMatch(editor: Editor, step: 1 | -1): void {
  const { matches, at } = foundIn(editor);
  const next = matches[(at + step + matches.length) % matches.length];
  if (!next) return;
  editor.view.dispatch(
    editor.state.tr.setMeta(key, { nearest: next.from }).setMeta('addToHistory', false),
  );
  show(editor);
}

/** Replaces the current match and goes to the next. */
export function replaceMatch(editor: Editor, replacement: string): void {
  const { matches, at } = foundIn(editor);
  const match = matches[at];
  if (!match) return;
  const { tr } = editor.state;
  put(editor, tr, match, replacement);
  editor.view.dispatch(tr.setMeta(key, { nearest: match.from + replacement.length }));
  show(editor);
}

/**
 * Replaces every match in one step, which a single undo reverts.
 * @returns the number of replacements
 */
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

/** Scrolls to the current match without taking the focus from the bar. */
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
