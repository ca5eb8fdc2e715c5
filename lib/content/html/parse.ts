import type { BlockDefinition, HtmlReader } from '../block-definition.ts';
import { BLOCKS } from '../blocks.generated.ts';
import type { Block, Body, Footnote, Mark } from '../body/body.ts';
import { withMark } from '../markdown/inlines.ts';
import { linkAddress } from './addresses.ts';
import { confine } from './confine.ts';
import { blocksOf } from './flow.ts';
import { lineOf, SPLIT, textNode, type Piece } from './inlines.ts';
import { takeNotes } from './notes.ts';
import { pictureBlocks, sourceOf } from './pictures.ts';
import { cardBlocks, fileBlocks } from './players.ts';
import { isFlattened } from './read-html.ts';
import { attribute, elementsIn, isElement, textOf, type HtmlElement, type HtmlNode, type HtmlRoot } from './tree.ts'; // prettier-ignore
import { notice, type Notice } from '../notice.ts';

/** Nesting depth of elements from which on only their text is read. */
const DEEPEST = 100;
const TOO_DEEP = notice`Elements were nested too deeply: their text was kept.`;
const elements = (names: string) => new Set(names.split(' '));
const BOLD = elements('b strong');
const ITALIC = elements('i em dfn var cite');
const STRUCK = elements('s strike del');
const CODE = elements('code kbd samp tt');
const FLOW = elements(
  'p div section article main header footer nav aside address center fieldset form details figcaption dl dt dd li tr td th tbody thead caption option',
);
const SILENT = elements('link meta base title wbr source track param col colgroup input');
const DROPPED = elements('script style template svg');
const REDUCED = elements('u ins mark ruby math select textarea button form marquee');
/** Scripts that only load a widget, which is an embed here. */
const LOADER =
  /^(https?:)?\/\/(platform\.(twitter|x)\.com|(www\.)?instagram\.com|telegram\.org|connect\.facebook\.net)\//;

const DEFINITIONS: readonly BlockDefinition<Block>[] = Object.values(BLOCKS);
const CLAIMING = DEFINITIONS.filter(({ claimHtml }) => claimHtml !== undefined);
const READERS = new Map(
  DEFINITIONS.flatMap(({ readHtml }) => readHtml?.tags.map((tag) => [tag, readHtml.read]) ?? []),
);

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
  const { base, linesMatter, imageIdOf, partOf } = options;
  const problems = new Map<string, Notice>();
  const report = (problem: Notice) => void problems.set(problem.text, problem);
  const shown = new Set<string>();
  if (isFlattened(root)) report(TOO_DEEP);
  const [openQuote, closeQuote] = options.quotes ?? ['“', '”'];
  const notes = takeNotes(root);
  // Footnotes in footnotes are not read: a hundred that refer to each other would become a million.
  let isInNote = false;
  const afterBreak = linesMatter ? textsAfterBreaks(root) : new Set<HtmlNode>();

  function piecesOf(node: HtmlNode, marks: readonly Mark[], depth: number): Piece[] {
    if (node.nodeName === '#text' && 'value' in node)
      return textPieces(node.value, marks, linesMatter, afterBreak.has(node));
    if (node.nodeName === '#comment' && 'data' in node) return commentPieces(node.data);
    if (!isElement(node)) return [];
    const part = partOf?.(node, marks);
    if (part) return part;
    if (depth > DEEPEST) {
      report(TOO_DEEP);
      const text = textOf(node);
      return text ? [SPLIT, textNode(text, marks), SPLIT] : [];
    }
    const name = node.tagName;
    const inside = (element: HtmlElement, own: readonly Mark[] = []): Piece[] =>
      element.childNodes.flatMap((child) => piecesOf(child, own, depth + 1));
    const marked = (mark: Mark) => inside(node, withMark(marks, mark));
    const paragraphs = (own: readonly Mark[]) => [SPLIT, ...inside(node, own), SPLIT];
    const context: HtmlReader = {
      base,
      imageIdOf,
      report,
      inside,
      blocksIn: (element) => blocksOf(inside(element)),
      confine: (blocks) => confine(blocks, report),
      note: (src) => void shown.add(src),
    };

    if (SILENT.has(name)) return [];
    const note = notes.get(node);
    if (note) return isInNote ? [] : [footnoteOf(() => inside(note))];
    for (const definition of CLAIMING) {
      const claimed = definition.claimHtml?.(node, context);
      if (claimed) return claimed;
    }
    if (DROPPED.has(name)) {
      if (!LOADER.test(attribute(node, 'src'))) report(notice`<${name}> was left out.`);
      return [];
    }
    const card = cardBlocks(node, context) ?? fileBlocks(node, context);
    if (card) return card;
    if (REDUCED.has(name)) report(notice`<${name}> has no place in an article: its text was kept.`);
    if (BOLD.has(name)) return marked({ type: 'bold' });
    if (name === 'cite' && node.parentNode?.nodeName === 'blockquote')
      return [SPLIT, textNode('— '), ...inside(node), SPLIT];
    if (ITALIC.has(name)) return marked({ type: 'italic' });
    if (STRUCK.has(name)) return marked({ type: 'strike' });
    if (CODE.has(name)) return marked({ type: 'code' });
    if (name === 'dt' || name === 'summary') return paragraphs(withMark(marks, { type: 'bold' }));
    if (FLOW.has(name)) return paragraphs(marks);
    const read = READERS.get(name);
    if (read) return read(node, context);
    switch (name) {
      case 'sup':
        return marked({ type: 'superscript' });
      case 'sub':
        return marked({ type: 'subscript' });
      case 'q':
        return [textNode(openQuote, marks), ...inside(node, marks), textNode(closeQuote, marks)];
      case 'br':
        return [{ type: 'hardBreak' }];
      case 'a': {
        const address = attribute(node, 'href');
        const href = linkAddress(address, base);
        if (href) return marked({ type: 'link', attrs: { href } });
        if (address.trim())
          report(notice`The link to “${address.slice(0, 60)}” was left out: its text was kept.`);
        return inside(node, marks);
      }
      case 'img': {
        const src = sourceOf(node);
        const isTwice = shown.has(src) && node.parentNode?.nodeName === 'noscript';
        shown.add(src);
        return isTwice || src === '' ? [] : pictureBlocks(node, '', context);
      }
      case 'figure':
        return paragraphs([]);
      default:
        return inside(node, marks);
    }
  }

  function footnoteOf(read: () => Piece[]): Footnote {
    isInNote = true;
    const { inlines, lifted } = lineOf(read());
    isInNote = false;
    if (lifted.length > 0) report(notice`What was no text in a footnote was left out.`);
    const content = inlines.filter((inline) => inline.type !== 'footnote');
    return { type: 'footnote', ...(content.length > 0 && { content }) };
  }

  /**
   * A WordPress block that consists of a comment only has no words: the server rendered it for each reader.
   */
  function commentPieces(data: string): Piece[] {
    const name = /^\s*wp:([\w/-]+)(?:\s[\s\S]*)?\/\s*$/.exec(data)?.[1];
    if (name) report(notice`The block ${name} has no content of its own: it was left out.`);
    return [];
  }

  const pieces = root.childNodes.flatMap((child) => piecesOf(child, [], 0));
  return {
    body: { type: 'doc', content: blocksOf(pieces) },
    pieces,
    problems: [...problems.values()],
  };
}

/** The text nodes directly after a <br>. */
function textsAfterBreaks(root: HtmlRoot): Set<HtmlNode> {
  const found = new Set<HtmlNode>();
  for (const parent of [root, ...elementsIn(root)])
    for (const [at, node] of parent.childNodes.entries())
      if (parent.childNodes[at - 1]?.nodeName === 'br') found.add(node);
  return found;
}

/** Text with white space collapsed as a browser does, or line by line. */
function textPieces(
  value: string,
  marks: readonly Mark[],
  linesMatter: boolean,
  isAfterBreak: boolean,
): Piece[] {
  const line = (part: string): Piece[] => {
    const text = part.replace(/[ \t\r\n\f]+/g, ' ');
    return text ? [textNode(text, marks)] : [];
  };
  if (!linesMatter) return line(value);
  const text = value.replace(/\r\n?/g, '\n');
  // The line end after a <br> is the same line break, not another one.
  const own = isAfterBreak ? text.replace(/^[ \t]*\n(?![ \t]*\n)/, '') : text;
  return own
    .split(/\n[ \t]*\n\s*/)
    .flatMap((paragraph, at): Piece[] => [
      ...(at > 0 ? [SPLIT] : []),
      ...paragraph
        .split('\n')
        .flatMap((part, index): Piece[] => [
          ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
          ...line(part),
        ]),
    ]);
}
