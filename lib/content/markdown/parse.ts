import type { FootnoteDefinition, Nodes, Paragraph as MdParagraph, PhrasingContent, Root, RootContent } from 'mdast'; // prettier-ignore
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block, Body, Footnote, Inline } from '../body/body.ts';
import type { Flow } from '../body/flow.ts';
import { linesOfBlock } from '../body/lines.ts';
import { confine } from '../html/confine.ts';
import { blocksOf } from '../html/flow.ts';
import { lineOf, textNode, type Piece } from '../html/inlines.ts';
import { pictureSources as htmlPictures } from '../html/pictures.ts';
import { readHtml } from '../html/read-html.ts';
import { holdsHtml, readAmongHtml } from './html.ts';
import { inlinesOf } from './inlines.ts';
import { readPictures } from './pictures.ts';
import type { Problem, Report } from './problem.ts';
import { readBlock } from './read-block.ts';
import type { MarkdownReader } from './reader.ts';
import { definitionsOf, imageIn, referredFootnotes } from './tree.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

export interface ParsedMarkdown {
  body: Body;
  problems: Problem[];
}

/**
 * The addresses of all pictures in a text, in order, each once: they are cut before the text becomes a tree.
 */
export function pictureSources(root: Root): string[] {
  const sources = new Set<string>();
  const definitions = definitionsOf(root);
  const visit = (node: Nodes): void => {
    if (node.type === 'image') sources.add(node.url);
    const reference = node.type === 'imageReference' && definitions.get(node.identifier);
    if (reference) sources.add(reference.url);
    if (node.type === 'html')
      for (const source of htmlPictures(readHtml(node.value))) sources.add(source);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return [...sources];
}

/** Parses GFM into Markdown's own tree. */
export const readMarkdown = (source: string): Root => parser.parse(source);

/**
 * Makes an article's body from Markdown. HTML in it is read as that of a page; addresses that run something,
 * and any other content that the tree cannot represent, are reduced to their text and reported.
 * @param root - from `readMarkdown`
 * @param imageIdOf - the id of a picture by the address it has in the text; null removes the picture and
 *   reports it
 */
export function parseMarkdown(
  root: Root,
  imageIdOf: (src: string) => string | null,
): ParsedMarkdown {
  const problems: Problem[] = [];
  const report: Report = (node, reason) => {
    problems.push({ line: node.position?.start.line ?? 1, reason });
  };
  const definitions = definitionsOf(root);
  const footnotes = new Map<string, Footnote>();
  /** Blocks in the footnotes that a footnote cannot hold. */
  const besideNotes = new Map<string, Block[]>();
  const context = { report, definitions, footnotes, lineBreak: ' ' as const };
  const inlines = (node: { children: MdParagraph['children'] }) =>
    inlinesOf(node.children, context);
  /** A loss in HTML is reported at the HTML's beginning. */
  const amongHtml = <Node extends Nodes>(
    nodes: readonly Node[],
    piecesOf: (node: Node) => Piece[],
  ): Piece[] =>
    readAmongHtml(nodes, piecesOf, {
      imageIdOf,
      definitions,
      report: (reason) =>
        report(nodes.find(({ type }) => type === 'html') ?? nodes[0] ?? root, reason),
    });
  const phrasing = (node: PhrasingContent): Piece[] => {
    const image = imageIn(node, definitions);
    return image ? readPictures([image], { imageIdOf, report }) : inlinesOf([node], context);
  };
  /** The inline nodes of content that must be one line, and the blocks that cannot be part of it. */
  const line = ({ children }: { children: PhrasingContent[] }) =>
    holdsHtml(children)
      ? lineOf(amongHtml(children, phrasing))
      : { inlines: inlinesOf(children, context), lifted: [] };

  /** The content of a list or a quote, followed by the blocks that it cannot hold. */
  function flow(nodes: readonly RootContent[], around: Nodes) {
    return confine(blocks(nodes, true), ({ text }) => report(around, text));
  }

  function blocks(nodes: readonly RootContent[], inFlow = false): Block[] {
    return nodes.some(({ type }) => type === 'html')
      ? blocksOf(amongHtml(nodes, (node) => blockOf(node, inFlow)))
      : nodes.flatMap((node) => blockOf(node, inFlow));
  }

  const reader: MarkdownReader = {
    isInFlow: false,
    report,
    imageIdOf,
    context,
    inlines,
    line,
    flow,
    asImage: (node) => imageIn(node, definitions),
    amongHtml: ({ children }) =>
      holdsHtml(children) ? blocksOf(amongHtml(children, phrasing)) : null,
  };
  const flowReader: MarkdownReader = { ...reader, isInFlow: true };

  function blockOf(node: RootContent, inFlow: boolean): Block[] {
    const read = readBlock(node, inFlow ? flowReader : reader);
    if (read) return read;
    switch (node.type) {
      case 'definition':
        return [];
      case 'footnoteDefinition':
        // Its words are shown where the text refers to it.
        if (footnotes.has(node.identifier)) return besideNotes.get(node.identifier) ?? [];
        report(node, 'A footnote that nothing refers to became a paragraph.');
        return blocks(node.children, inFlow);
      default:
        report(node, `“${node.type}” has no place in an article and was left out.`);
        return [];
    }
  }

  /** Reads a footnote's content: its paragraphs become lines. */
  function noteOf(node: FootnoteDefinition): Footnote {
    const { flow: inner, lifted } = flow(node.children, node);
    besideNotes.set(node.identifier, lifted);
    return footnoteOf(inner, () =>
      report(node, 'A list inside a footnote was reduced to its text.'),
    );
  }

  const notes = referredFootnotes(root).map((node) => [node.identifier, noteOf(node)] as const);
  for (const [label, note] of notes) footnotes.set(label, note);
  return { body: { type: 'doc', content: blocks(root.children) }, problems };
}

/** A footnote with the content of blocks: its paragraphs become lines. */
function footnoteOf(flow: Flow, onReduced: () => void): Footnote {
  const lines = flow.flatMap((block): Inline[][] => {
    if (block.type === 'paragraph') return [block.content ?? []];
    onReduced();
    return linesOfBlock(block).map(({ runs }) => [
      textNode(runs.map(({ text }) => text).join('') || ' '),
    ]);
  });
  const content = lines.flatMap((line, at): Inline[] =>
    at === 0 ? line : [{ type: 'hardBreak' }, ...line],
  );
  const kept = content.filter((inline) => inline.type !== 'footnote');
  return { type: 'footnote', ...(kept.length > 0 && { content: kept }) };
}
