import type { BlockContent, Html, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { assertUnreachable } from '../../errors.ts';
import type { Block, Body, Footnote, ImageNode, Inline, ListItem, Mark } from '../body/body.ts';
import { footnotesOf } from '../body/footnotes.ts';
import { ATTRIBUTION_DASH, PULL_MARKER } from './pull-quote.ts';

const writer = unified()
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    fences: true,
  })
  .use(remarkGfm)
  .freeze();

/** Text that is written as it is: our own markers, which would otherwise be escaped. */
const raw = (value: string): Html => ({ type: 'html', value });

/** From the outside in: a link that is half bold stays one link. */
const NESTING: readonly Mark['type'][] = [
  'link',
  'bold',
  'italic',
  'strike',
  'superscript',
  'subscript',
];

/** The phrasing content of inline nodes; each mark encloses the longest possible run. */
function phrasing(
  inlines: readonly Inline[],
  notes: readonly Footnote[],
  depth = 0,
): PhrasingContent[] {
  const type = NESTING[depth];
  if (!type) return inlines.flatMap((inline) => leaf(inline, notes));
  const markOf = (inline: Inline | undefined) =>
    inline?.type === 'text' ? inline.marks?.find((mark) => mark.type === type) : undefined;
  const nodes: PhrasingContent[] = [];
  for (let start = 0; start < inlines.length;) {
    const mark = markOf(inlines[start]);
    const key = JSON.stringify(mark);
    let end = start + 1;
    while (end < inlines.length && JSON.stringify(markOf(inlines[end])) === key) end++;
    const children = phrasing(inlines.slice(start, end), notes, depth + 1);
    nodes.push(...(mark ? wrapped(mark, children) : children));
    start = end;
  }
  return nodes;
}

function leaf(inline: Inline, notes: readonly Footnote[]): PhrasingContent[] {
  if (inline.type === 'hardBreak') return [{ type: 'break' }];
  if (inline.type === 'footnote') {
    const label = String(notes.indexOf(inline) + 1);
    return label === '0' ? [] : [{ type: 'footnoteReference', identifier: label, label }];
  }
  const isCode = inline.marks?.some(({ type }) => type === 'code');
  return [{ type: isCode ? 'inlineCode' : 'text', value: inline.text }];
}

function wrapped(mark: Mark, children: PhrasingContent[]): PhrasingContent[] {
  switch (mark.type) {
    case 'link':
      return [{ type: 'link', url: mark.attrs.href, children }];
    case 'bold':
      return [{ type: 'strong', children }];
    case 'italic':
      return [{ type: 'emphasis', children }];
    case 'strike':
      return [{ type: 'delete', children }];
    case 'superscript':
      return [raw('<sup>'), ...children, raw('</sup>')];
    case 'subscript':
      return [raw('<sub>'), ...children, raw('</sub>')];
    case 'code':
      return children;
    default:
      return assertUnreachable(mark);
  }
}

/**
 * Writes a body as GFM that `parseMarkdown` reads back to the same tree.
 * @param sourceOf - the address that a picture has in the text, by its id
 * @returns the text, ending with one line break; empty for an empty body
 */
export function writeMarkdown(body: Body, sourceOf: (imageId: string) => string): string {
  const notes = footnotesOf(body);
  const context = { sourceOf, notes };
  const children = body.content.map((block) => blockNode(block, context));
  for (const [index, { content = [] }] of notes.entries()) {
    const label = String(index + 1);
    const words: BlockContent[] = [{ type: 'paragraph', children: phrasing(content, []) }];
    children.push({ type: 'footnoteDefinition', identifier: label, label, children: words });
  }
  return writer.stringify({ type: 'root', children });
}

interface Context {
  sourceOf: (imageId: string) => string;
  /** In the order of their numbers. */
  notes: readonly Footnote[];
}

function blockNode(block: Block, context: Context): RootContent {
  const { sourceOf, notes } = context;
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: phrasing(block.content ?? [], notes) };
    case 'heading':
      return {
        type: 'heading',
        depth: block.attrs.level,
        children: phrasing(block.content ?? [], notes),
      };
    case 'bulletList':
    case 'orderedList':
      return {
        type: 'list',
        spread: false,
        ordered: block.type === 'orderedList',
        start: block.type === 'orderedList' ? block.attrs.start : null,
        children: block.content.map((item) => ({
          type: 'listItem',
          spread: isSpread(item),
          children: item.content.map((child) => blockNode(child, context) as BlockContent),
        })),
      };
    case 'blockquote':
      return {
        type: 'blockquote',
        children: block.content.map((child) => blockNode(child, context) as BlockContent),
      };
    case 'pullQuote': {
      const { attribution } = block.attrs;
      const children = [raw(`${PULL_MARKER}\n`), ...phrasing(block.content ?? [], notes)];
      if (attribution)
        children.push(raw(`\n${ATTRIBUTION_DASH}`), { type: 'text', value: attribution });
      return { type: 'blockquote', children: [{ type: 'paragraph', children }] };
    }
    case 'image':
      return { type: 'paragraph', children: [imageNode(block, sourceOf)] };
    case 'gallery':
      return {
        type: 'paragraph',
        children: block.content.flatMap((image, index) =>
          index === 0 ? [imageNode(image, sourceOf)] : [raw('\n'), imageNode(image, sourceOf)],
        ),
      };
    case 'table':
      return {
        type: 'table',
        align: block.content[0]?.content.map((cell) => cell.attrs.align) ?? [],
        children: block.content.map((row) => ({
          type: 'tableRow',
          children: row.content.map((cell) => ({
            type: 'tableCell',
            children: phrasing(cell.content[0].content ?? [], notes),
          })),
        })),
      };
    case 'horizontalRule':
      return { type: 'thematicBreak' };
    case 'codeBlock':
      return {
        type: 'code',
        lang: block.attrs.language,
        value: (block.content ?? []).map(({ text }) => text).join(''),
      };
    case 'embed':
      return raw(block.attrs.url);
    default:
      return assertUnreachable(block);
  }
}

/** Two paragraphs in one item need a blank line between them to stay two. */
function isSpread(item: ListItem): boolean {
  return item.content.some((child, index) => index > 0 && child.type === 'paragraph');
}

function imageNode(image: ImageNode, sourceOf: (imageId: string) => string): PhrasingContent {
  const { imageId, alt, caption, credit } = image.attrs;
  const needsBar = credit !== null || caption?.includes(' | ');
  const title = needsBar ? `${caption ?? ''} | ${credit ?? ''}` : caption;
  return { type: 'image', url: sourceOf(imageId), alt, title };
}
