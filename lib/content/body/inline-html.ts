import { assertUnreachable } from '../../errors.ts';
import type { HtmlOptions } from '../block-definition.ts';
import { distinctMarks } from './body-bounds.ts';
import { escapeHtml } from './escape-html.ts';
import type { Inline, Mark } from './inline.ts';

/** An inline node and those of its marks that are not written yet; the first is the outermost. */
type Marked = { inline: Inline; marks: readonly Mark[] };

/** Inline nodes as HTML; neighbours that share a mark share its element. */
export function inlinesHtml(content: readonly Inline[] | undefined, options: HtmlOptions): string {
  return runHtml(
    (content ?? []).map((inline) => ({
      inline,
      marks: inline.type === 'text' ? distinctMarks(inline.marks ?? []) : [],
    })),
    options,
  );
}

/** Inline nodes in their order; neighbours that share a mark share its element. */
function runHtml(run: readonly Marked[], options: HtmlOptions): string {
  let html = '';
  for (let at = 0; at < run.length;) {
    const { inline, marks } = run[at] as Marked;
    const [mark] = marks;
    let end = at + 1;
    if (mark) {
      while (end < run.length && isSame(run[end]?.marks[0], mark)) end++;
      const inside = run.slice(at, end).map((part) => ({ ...part, marks: part.marks.slice(1) }));
      html += markHtml(mark, runHtml(inside, options));
    } else html += leafHtml(inline, options);
    at = end;
  }
  return html;
}

function leafHtml(inline: Inline, options: HtmlOptions): string {
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.text);
    case 'hardBreak':
      return '<br>';
    case 'footnote': {
      const number = options.notes.indexOf(inline) + 1;
      if (number === 0) return '';
      const label = escapeHtml(options.noteLabel(number));
      return `<sup><a href="#note-${number}" id="note-${number}-text" role="doc-noteref" aria-label="${label}">${number}</a></sup>`;
    }
    default:
      return assertUnreachable(inline);
  }
}

const isSame = (one: Mark | undefined, other: Mark): boolean =>
  one?.type === other.type &&
  (one.type !== 'link' || other.type !== 'link' || one.attrs.href === other.attrs.href);

function markHtml(mark: Mark, inner: string): string {
  switch (mark.type) {
    case 'bold':
      return `<strong>${inner}</strong>`;
    case 'italic':
      return `<em>${inner}</em>`;
    case 'strike':
      return `<s>${inner}</s>`;
    case 'superscript':
      return `<sup>${inner}</sup>`;
    case 'subscript':
      return `<sub>${inner}</sub>`;
    case 'code':
      return `<code>${inner}</code>`;
    case 'link': {
      const { href } = mark.attrs;
      const rel = /^https?:/i.test(href) ? ' rel="noopener"' : '';
      return `<a href="${escapeHtml(href)}"${rel}>${inner}</a>`;
    }
    default:
      return assertUnreachable(mark);
  }
}
