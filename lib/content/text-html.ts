/**
 * The text of a body as HTML. It is made of the validated tree and of nothing else: every word is
 * escaped, every tag is one of ours, and a link's address has passed the tree's own check.
 */
import { assertUnreachable } from '../errors.ts';
import type { Block, Inline, ListItem, Mark, Table } from './body.ts';
import { escapeHtml } from './escape-html.ts';

/** Blocks that are text; pictures and embeds are shown otherwise on a page than in a feed. */
export type TextBlock = Exclude<Block, { type: 'image' | 'gallery' | 'embed' }>;

export function isTextBlock(block: Block): block is TextBlock {
  return block.type !== 'image' && block.type !== 'gallery' && block.type !== 'embed';
}

/**
 * Writes text blocks as HTML.
 * @param options.tableLabel - what a screen reader calls a table that scrolls sideways
 */
export function textHtml(blocks: readonly TextBlock[], options: { tableLabel: string }): string {
  return blocks.map((node) => blockHtml(node, options)).join('');
}

function blockHtml(node: TextBlock, options: { tableLabel: string }): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${inlinesHtml(node.content)}</p>`;
    case 'heading':
      return `<h${node.attrs.level}>${inlinesHtml(node.content)}</h${node.attrs.level}>`;
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
      return `<figure data-pull-quote><blockquote><p>${inlinesHtml(node.content)}</p></blockquote>${by}</figure>`;
    }
    case 'table':
      return `<div data-table role="region" aria-label="${escapeHtml(options.tableLabel)}" tabindex="0">${tableHtml(node)}</div>`;
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

/** A list's item; its first paragraph stands without an element of its own. */
function itemHtml({ content }: ListItem, options: { tableLabel: string }): string {
  const inner = content.map((child, position) =>
    child.type === 'paragraph' && position === 0
      ? inlinesHtml(child.content)
      : blockHtml(child, options),
  );
  return `<li>${inner.join('')}</li>`;
}

function tableHtml({ content: [head, ...rows] }: Table): string {
  const rowHtml = (row: Table['content'][number], cell: 'th scope="col"' | 'td') => {
    const cells = row.content.map(({ attrs, content }) => {
      const align = attrs.align ? ` data-align="${attrs.align}"` : '';
      return `<${cell}${align}>${inlinesHtml(content[0].content)}</${cell.slice(0, 2)}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  };
  const top = head ? `<thead>${rowHtml(head, 'th scope="col"')}</thead>` : '';
  return `<table>${top}<tbody>${rows.map((row) => rowHtml(row, 'td')).join('')}</tbody></table>`;
}

/** An inline and those of its marks that are not written yet; the first stands outside. */
type Marked = { inline: Inline; marks: readonly Mark[] };

function inlinesHtml(content: readonly Inline[] | undefined): string {
  return runHtml(
    (content ?? []).map((inline) => ({
      inline,
      marks: inline.type === 'text' ? (inline.marks ?? []) : [],
    })),
  );
}

/** Inlines in their order; neighbours that share a mark share its element. */
function runHtml(run: readonly Marked[]): string {
  let html = '';
  for (let at = 0; at < run.length;) {
    const { inline, marks } = run[at] as Marked;
    const [mark] = marks;
    let end = at + 1;
    if (mark) {
      while (end < run.length && isSame(run[end]?.marks[0], mark)) end++;
      const inside = run.slice(at, end).map((part) => ({ ...part, marks: part.marks.slice(1) }));
      html += markHtml(mark, runHtml(inside));
    } else html += inline.type === 'hardBreak' ? '<br>' : escapeHtml(inline.text);
    at = end;
  }
  return html;
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
