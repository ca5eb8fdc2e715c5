/**
 * A body as HTML. It is made only from the validated tree: every word is escaped, every tag is from a fixed
 * set, and a link's address has passed the tree's own check.
 */
import type { HtmlOptions } from '../block-definition.ts';
import type { Block, Footnote } from './body.ts';
import { wordsIn } from './body-bounds.ts';
import { definitionOf } from './definition-of.ts';
import { escapeHtml } from './escape-html.ts';
import { inlinesHtml } from './inline-html.ts';

/** Writes blocks as HTML. */
export const blocksHtml = (blocks: readonly Block[], options: HtmlOptions): string =>
  blocks.map((block) => soundHtml(block, options)).join('');

/**
 * A block's HTML; for a stored block that does not match our schema (older portal, other software), only its
 * words.
 */
function soundHtml(block: Block, options: HtmlOptions): string {
  try {
    const html = definitionOf(block)?.html(block, options, (inner) => blocksHtml(inner, options));
    if (html !== undefined) return html;
  } catch {
    // Its words follow.
  }
  return `<p>${escapeHtml(wordsIn(block))}</p>`;
}

/**
 * Writes the footnotes under an article, each with a link back to its reference in the text.
 * @param options.title - the heading of the footnotes
 * @param options.backLabel - the accessible name of the link back
 * @returns an empty string if there are no footnotes
 */
export function notesHtml(
  options: HtmlOptions & { title: string; backLabel: (number: number) => string },
): string {
  if (options.notes.length === 0) return '';
  const items = options.notes.map((note, index) => {
    const number = index + 1;
    const label = escapeHtml(options.backLabel(number));
    const back = `<a href="#note-${number}-text" role="doc-backlink" aria-label="${label}">↩\uFE0E</a>`;
    return `<li id="note-${number}">${noteHtml(note, options)} ${back}</li>`;
  });
  return `<section role="doc-endnotes" aria-label="${escapeHtml(options.title)}"><ol>${items.join('')}</ol></section>`;
}

/** A footnote's HTML; for a stored footnote that does not match our schema, only its words. */
function noteHtml(note: Footnote, options: HtmlOptions): string {
  try {
    return inlinesHtml(note.content, options);
  } catch {
    return escapeHtml(wordsIn(note));
  }
}
