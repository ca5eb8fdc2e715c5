import type { Body, Footnote, Mark } from '../body/body.ts';
import { notice, type Notice } from '../notice.ts';
import { confine } from './confine.ts';
import { blocksOf } from './flow.ts';
import { lineOf, SPLIT, textNode, type Piece } from './inlines.ts';
import { takeNotes } from './notes.ts';
import { readElement, type ElementReader } from './read-element.ts';
import { isFlattened } from './read-html.ts';
import { commentPieces, textPieces, textsAfterBreaks } from './text-pieces.ts';
import { isElement, textOf, type HtmlElement, type HtmlNode, type HtmlRoot } from './tree.ts';

/** Nesting depth of elements from which on only their text is read. */
const DEEPEST = 100;
const TOO_DEEP = notice`Elements were nested too deeply: their text was kept.`;
/** Elements without content. */
const SILENT = new Set('link meta base title wbr source track param col colgroup input'.split(' '));

export interface HtmlOptions {
  /** The address of the page that contained the text, to resolve relative links. */
  base: string | null;
  /**
   * Whether blank lines separate paragraphs and line ends are line breaks, as in WordPress before its block
   * editor.
   */
  linesMatter: boolean;
  /** The quotation marks for <q>, an element that marks speech by itself; they follow the page's language. */
  quotes?: readonly [string, string];
  /** The id of a picture by the address it has in the text; null if the picture is not available. */
  imageIdOf: (src: string) => string | null;
  /** The content of a placeholder element that HTML does not know: Markdown with HTML around it. */
  partOf?: (element: HtmlElement, marks: readonly Mark[]) => Piece[] | null;
}

/**
 * Makes an article's body from HTML. Only what the tree can represent is kept: other content is kept as text
 * and reported; scripts, styles and drawings are left out and reported.
 */
export function parseHtml(
  root: HtmlRoot,
  options: HtmlOptions,
): { body: Body; pieces: Piece[]; problems: Notice[] } {
  const { base, linesMatter, imageIdOf, partOf, quotes = ['“', '”'] } = options;
  const problems = new Map<string, Notice>();
  const report = (problem: Notice) => void problems.set(problem.text, problem);
  const shown = new Set<string>();
  if (isFlattened(root)) report(TOO_DEEP);
  const notes = takeNotes(root);
  // Footnotes in footnotes are not read: a hundred that refer to each other would become a million.
  let isInNote = false;
  const afterBreak = linesMatter ? textsAfterBreaks(root) : new Set<HtmlNode>();

  function piecesOf(node: HtmlNode, marks: readonly Mark[], depth: number): Piece[] {
    if (node.nodeName === '#text' && 'value' in node)
      return textPieces(node.value, marks, linesMatter, afterBreak.has(node));
    if (node.nodeName === '#comment' && 'data' in node) return commentPieces(node.data, report);
    if (!isElement(node)) return [];
    const part = partOf?.(node, marks);
    if (part) return part;
    if (depth > DEEPEST) {
      report(TOO_DEEP);
      const text = textOf(node);
      return text ? [SPLIT, textNode(text, marks), SPLIT] : [];
    }
    if (SILENT.has(node.tagName)) return [];
    const inside = (element: HtmlElement, own: readonly Mark[] = []): Piece[] =>
      element.childNodes.flatMap((child) => piecesOf(child, own, depth + 1));
    const reader: ElementReader = {
      base,
      imageIdOf,
      report,
      inside,
      blocksIn: (element) => blocksOf(inside(element)),
      confine: (blocks) => confine(blocks, report),
      note: (src) => void shown.add(src),
      isShown: (src) => shown.has(src),
      quotes,
    };
    const note = notes.get(node);
    if (note) return isInNote ? [] : [footnoteOf(() => inside(note))];
    return readElement(node, marks, reader);
  }

  function footnoteOf(read: () => Piece[]): Footnote {
    isInNote = true;
    const { inlines, lifted } = lineOf(read());
    isInNote = false;
    if (lifted.length > 0) report(notice`Content of a footnote that is not text was left out.`);
    const content = inlines.filter((inline) => inline.type !== 'footnote');
    return { type: 'footnote', ...(content.length > 0 && { content }) };
  }

  const pieces = root.childNodes.flatMap((child) => piecesOf(child, [], 0));
  return {
    body: { type: 'doc', content: blocksOf(pieces) },
    pieces,
    problems: [...problems.values()],
  };
}
