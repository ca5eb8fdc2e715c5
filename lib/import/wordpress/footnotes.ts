import { escapeHtml } from '../../content/body/escape-html.ts';
import { notice, type Notice } from '../../content/notice.ts';

const PLACE = /<!-- wp:footnotes\b[^<>]*\/-->/;

/**
 * Appends the footnotes of WordPress 6.3, which stores them in a separate field, to the text, as its server
 * does for readers.
 * @param stored - the field, as JSON
 */
export function showFootnotes(
  html: string,
  stored: string | undefined,
  report: (reason: Notice) => void,
): string {
  if (!stored) return html;
  const notes = notesIn(stored);
  if (!notes) {
    report(notice`Its footnotes cannot be read: ${stored.slice(0, 80)}.`);
    return html;
  }
  const items = notes.map(({ id, content }) => {
    const name = escapeHtml(id);
    return `<li id="${name}">${content} <a href="#${name}-link">↩︎</a></li>`;
  });
  const list = `<ol>${items.join('')}</ol>`;
  return PLACE.test(html) ? html.replace(PLACE, () => list) : html + list;
}

function notesIn(stored: string): { id: string; content: string }[] | null {
  try {
    const notes = JSON.parse(stored) as unknown;
    const isNote = (note: unknown): note is { id: string; content: string } =>
      typeof note === 'object' &&
      note !== null &&
      typeof (note as { id?: unknown }).id === 'string' &&
      typeof (note as { content?: unknown }).content === 'string';
    return Array.isArray(notes) && notes.every(isNote) ? notes : null;
  } catch {
    return null;
  }
}
