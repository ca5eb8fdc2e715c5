/** HTML in Markdown: the HTML reader reads both as one text, so that tags may surround Markdown. */
import { randomUUID } from 'node:crypto';
import type { Definition, Nodes, PhrasingContent } from 'mdast';
import type { Mark } from '../body/body.ts';
import { escapeHtml } from '../body/escape-html.ts';
import { isBlock, type Piece } from '../html/inlines.ts';
import { parseHtml } from '../html/parse.ts';
import { readHtml } from '../html/read-html.ts';
import { attribute, type HtmlElement, type HtmlNode } from '../html/tree.ts';
import { withMark } from './inlines.ts';

/**
 * The placeholder for a piece of Markdown in the HTML around it; the name is random, so that no text can
 * contain it.
 */
const PART = `md-${randomUUID()}`;
/** Elements whose content is not read. */
const UNREAD = /^(script|style|template|svg)$/;

export interface HtmlContext {
  imageIdOf: (src: string) => string | null;
  definitions: ReadonlyMap<string, Definition>;
  /** Called for each loss in the HTML. */
  report: (reason: string) => void;
}

/** Whether HTML, or a picture, occurs in a sentence. */
export const holdsHtml = (nodes: readonly Nodes[]): boolean =>
  nodes.some(
    (node) =>
      /^(html|image|imageReference)$/.test(node.type) ||
      ('children' in node && holdsHtml(node.children)),
  );

/**
 * Reads nodes with HTML among them.
 * @param piecesOf - converts a Markdown node
 */
export function readAmongHtml<Node extends Nodes>(
  nodes: readonly Node[],
  piecesOf: (node: Node) => Piece[],
  context: HtmlContext,
): Piece[] {
  const parts: { pieces: Piece[]; text: string }[] = [];
  const source = (node: Nodes): string => {
    switch (node.type) {
      case 'html':
        return node.value;
      case 'strong':
        return holdsHtml(node.children) ? `<b>${inside(node)}</b>` : part(node);
      case 'emphasis':
        return holdsHtml(node.children) ? `<i>${inside(node)}</i>` : part(node);
      case 'delete':
        return holdsHtml(node.children) ? `<s>${inside(node)}</s>` : part(node);
      case 'link':
      case 'linkReference': {
        const url = node.type === 'link' ? node.url : context.definitions.get(node.identifier)?.url;
        return holdsHtml(node.children)
          ? `<a href="${escapeHtml(url ?? '')}">${inside(node)}</a>`
          : part(node);
      }
      default:
        return part(node);
    }
  };
  const inside = (node: { children: PhrasingContent[] }) => node.children.map(source).join('');
  const part = (node: Nodes): string => {
    const pieces = piecesOf(node as Node);
    const text = wordsOf(pieces);
    parts.push({ pieces, text });
    return `<${PART} n="${parts.length - 1}">${escapeHtml(text)}</${PART}>`;
  };
  const html = nodes.map(source).join('\n'.repeat(Number(nodes.some(isBlockNode))));
  const root = readHtml(html);
  // An unclosed element with plain text content would swallow the Markdown after it.
  if (countRead(root) < parts.length)
    return nodes.flatMap((node) =>
      node.type === 'html' ? readAlone(node.value, context) : piecesOf(node),
    );
  return readRoot(root, context, (element, marks) => {
    if (element.tagName !== PART) return null;
    const { pieces } = parts[Number(attribute(element, 'n'))] ?? { pieces: [] };
    return pieces.map((piece) =>
      piece.type === 'text' ? { ...piece, ...marked(piece.marks ?? [], marks) } : piece,
    );
  });
}

const isBlockNode = ({ type }: Nodes): boolean =>
  /^(paragraph|heading|list|blockquote)$/.test(type);

const readAlone = (html: string, context: HtmlContext): Piece[] =>
  readRoot(readHtml(html), context, () => null);

function readRoot(
  root: ReturnType<typeof readHtml>,
  { imageIdOf, report }: HtmlContext,
  partOf: (element: HtmlElement, marks: readonly Mark[]) => Piece[] | null,
): Piece[] {
  const { pieces, problems } = parseHtml(root, {
    base: null,
    linesMatter: false,
    imageIdOf,
    partOf,
  });
  for (const { text } of problems) report(text);
  return pieces;
}

function marked(own: readonly Mark[], around: readonly Mark[]): { marks?: Mark[] } {
  const marks = own.reduce<Mark[]>((all, mark) => withMark(all, mark), [...around]);
  return marks.length > 0 ? { marks } : {};
}

/** The words of pieces, for an outer element of which only the text is read. */
const wordsOf = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (piece.type === 'text') return piece.text;
      return isBlock(piece) && piece.type === 'paragraph' ? wordsOf(piece.content ?? []) : ' ';
    })
    .join('');

/** How many placeholders will be found. */
function countRead(root: ReturnType<typeof readHtml>): number {
  const waiting: HtmlNode[] = [...root.childNodes];
  let count = 0;
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('tagName' in node) || UNREAD.test(node.tagName)) continue;
    if (node.tagName === PART) count++;
    else for (const child of node.childNodes) waiting.push(child);
  }
  return count;
}
