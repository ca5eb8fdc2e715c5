/**
 * The text of a body as HTML. It is made only from the validated tree: every word is escaped, every tag is
 * from a fixed set, and a link's address has passed the tree's own check.
 */
import { assertUnreachable } from '../../errors.ts';
import type { Block, Footnote, Inline, ListItem, Mark, Table } from './body.ts';
import { distinctMarks, wordsIn } from './body-bounds.ts';
import { escapeHtml } from './escape-html.ts';

/** Blocks of text; a page and a feed show pictures and embeds differently. */
export type TextBlock = Exclude<Block, { type: 'image' | 'gallery' | 'embed' }>;

export function isTextBlock(block: Block): block is TextBlock {
  return block.type !== 'image' && block.type !== 'gallery' && block.type !== 'embed';
}

export interface TextOptions {
  /** The accessible name of a table that scrolls sideways. */
  tableLabel: string;
  /** The footnotes of the whole article, as `footnotesOf` returns them. */
  notes: readonly Footnote[];
  /** The accessible name of the link from the text to a footnote. */
  noteLabel: (number: number) => string;
}

/** Writes text blocks as HTML. */
export function textHtml(blocks: readonly TextBlock[], options: TextOptions): string {
  return blocks.map((node) => soundHtml(node, options)).join('');
}

/**
 * A block's HTML; for a stored block that does not match our schema (older portal, other software), only its
 * words.
 */
function soundHtml(node: TextBlock, options: TextOptions): string {
  try {
    return blockHtml(node, options);
  } catch {
    return `<p>${escapeHtml(wordsIn(node))}</p>`;
  }
}

function blockHtml(node: TextBlock, options: TextOptions): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${inlinesHtml(node.content, options)}</p>`;
    case 'heading':
      return `<h${node.attrs.level}>${inlinesHtml(node.content, options)}</h${node.attrs.level}>`;
    case 'bulletList':
      return `<ul>${node.content.map((item) => itemHtml(item, options)).join('')}</ul>`;
    case 'orderedList': {
      const start = node.attrs.start === 1 ? '' : ` start="${node.attrs.start}"`;
      return `<ol${start}>${node.content.map((item) => itemHtml(item, options)).join('')}</ol>`;
    }
    case 'blockquote':
      return `<blockquote>${textHtml(node.content, options)}</blockquote>`;
    case 'pullQuote': {
      const { attribution } = node.attrs;
      const by = attribution ? `<figcaption>${escapeHtml(attribution)}</figcaption>` : '';
      return `<figure data-pull-quote><blockquote><p>${inlinesHtml(node.content, options)}</p></blockquote>${by}</figure>`;
    }
    case 'table':
      return `<div data-table role="region" aria-label="${escapeHtml(options.tableLabel)}" tabindex="0">${tableHtml(node, options)}</div>`;
    case 'horizontalRule':
      return '<hr>';
    case 'codeBlock': {
      const code = (node.content ?? []).map(({ text }) => text).join('');
      return `<pre tabindex="0"><code>${escapeHtml(code)}</code></pre>`;
    }
    default:
      return assertUnreachable(node);
  }
}

/** A list item; its first paragraph has no element of its own. */
function itemHtml({ content }: ListItem, options: TextOptions): string {
  const inner = content.map((child, position) =>
    child.type === 'paragraph' && position === 0
      ? inlinesHtml(child.content, options)
      : blockHtml(child, options),
  );
  return `<li>${inner.join('')}</li>`;
}

function tableHtml({ content: [head, ...rows] }: Table, options: TextOptions): string {
  const rowHtml = (row: Table['content'][number], cell: 'th scope="col"' | 'td') => {
    const cells = row.content.map(({ attrs, content }) => {
      const align = attrs.align ? ` data-align="${attrs.align}"` : '';
      return `<${cell}${align}>${inlinesHtml(content[0].content, options)}</${cell.slice(0, 2)}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  };
  const top = head ? `<thead>${rowHtml(head, 'th scope="col"')}</thead>` : '';
  return `<table>${top}<tbody>${rows.map((row) => rowHtml(row, 'td')).join('')}</tbody></table>`;
}

/** An inline node and those of its marks that are not written yet; the first is the outermost. */
type Marked = { inline: Inline; marks: readonly Mark[] };

function inlinesHtml(content: readonly Inline[] | undefined, options: TextOptions): string {
  return runHtml(
    (content ?? []).map((inline) => ({
      inline,
      marks: inline.type === 'text' ? distinctMarks(inline.marks ?? []) : [],
    })),
    options,
  );
}

/** Inline nodes in their order; neighbours that share a mark share its element. */
function runHtml(run: readonly Marked[], options: TextOptions): string {
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

function leafHtml(inline: Inline, options: TextOptions): string {
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

/**
 * Writes the footnotes under an article, each with a link back to its reference in the text.
 * @param options.title - the heading of the footnotes
 * @param options.backLabel - the accessible name of the link back
 * @returns an empty string if there are no footnotes
 */
export function notesHtml(
  options: TextOptions & { title: string; backLabel: (number: number) => string },
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
function noteHtml(note: Footnote, options: TextOptions): string {
  try {
    return inlinesHtml(note.content, options);
  } catch {
    return escapeHtml(wordsIn(note));
  }
}
