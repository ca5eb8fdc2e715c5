import type { Definition, FootnoteDefinition, Image, List, Nodes, Paragraph as MdParagraph, PhrasingContent, Root, RootContent } from 'mdast'; // prettier-ignore
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block, Body, Footnote, ImageNode, Inline, ListItem } from '../body/body.ts';
import { recogniseEmbed } from '../body/embed.ts';
import { isHref } from '../body/href.ts';
import { confine } from '../html/confine.ts';
import { blocksOf } from '../html/flow.ts';
import { hasText, lineOf, paragraphOf, textNode, type Piece } from '../html/inlines.ts';
import { pictureSources as htmlPictures } from '../html/pictures.ts';
import { MOST_CELLS } from '../html/table.ts';
import { readHtml } from '../html/tree.ts';
import { linesOfBlock } from '../body/lines.ts';
import { holdsHtml, readAmongHtml } from './html.ts';
import { inlinesOf } from './inlines.ts';
import type { Problem, Report } from './problem.ts';
import { pullQuoteOf } from './pull-quote.ts';
import { tableOf } from './table.ts';

const LONGEST_ALT = 1000;
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

const definitionsOf = (root: Root): ReadonlyMap<string, Definition> =>
  new Map(
    root.children
      .filter((node): node is Definition => node.type === 'definition')
      .map((node) => [node.identifier, node]),
  );

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
    const image = asImage(node);
    return image ? pictures([image]) : inlinesOf([node], context);
  };
  /** The inline nodes of content that must be one line, and the blocks that cannot be part of it. */
  const line = ({ children }: { children: PhrasingContent[] }) =>
    holdsHtml(children)
      ? lineOf(amongHtml(children, phrasing))
      : { inlines: inlinesOf(children, context), lifted: [] };

  function asImage(node: PhrasingContent): Image | null {
    if (node.type === 'image') return node;
    const definition = node.type === 'imageReference' && definitions.get(node.identifier);
    return definition
      ? { ...node, type: 'image', url: definition.url, title: definition.title }
      : null;
  }

  function paragraph(node: MdParagraph, inFlow: boolean): Block[] {
    const solid = node.children.filter(
      (child) => child.type !== 'text' || child.value.trim() !== '',
    );
    const images = solid.map(asImage);
    if (solid.length > 0 && images.every((image) => image !== null)) return pictures(images);
    const [only] = solid;
    if (solid.length === 1 && only?.type === 'link' && !inFlow) {
      const [label] = only.children;
      const embed = label?.type === 'text' && label.value === only.url && recogniseEmbed(only.url);
      if (embed) return [{ type: 'embed', attrs: embed }];
    }
    if (holdsHtml(node.children)) return blocksOf(amongHtml(node.children, phrasing));
    const content = inlines(node);
    return hasText(content) ? [{ type: 'paragraph', content }] : [];
  }

  function pictures(images: Image[]): Block[] {
    const blocks = images.flatMap((image): Block[] => {
      const imageId = imageIdOf(image.url);
      const { caption, credit } = captionAndCredit(image.title);
      const alt = (image.alt ?? '').slice(0, LONGEST_ALT);
      if (imageId) return [{ type: 'image', attrs: { imageId, alt, caption, credit } }];
      const isElsewhere = /^(https?:|\/)/i.test(image.url) && isHref(image.url);
      report(image, `The picture ${image.url.slice(0, 200)} is not among the files: ${isElsewhere ? 'a link was put in its place' : 'it was left out'}.`); // prettier-ignore
      const mark = { type: 'link' as const, attrs: { href: image.url } };
      return isElsewhere ? [paragraphOf(caption || alt || image.url, [mark])] : [];
    });
    const cut = blocks.filter((block): block is ImageNode => block.type === 'image');
    if (cut.length < 2) return blocks;
    return [{ type: 'gallery', content: cut }, ...blocks.filter(({ type }) => type !== 'image')];
  }

  /** The content of a list or a quote, followed by the blocks that it cannot hold. */
  function flow(nodes: readonly RootContent[], around: Nodes) {
    return confine(blocks(nodes, true), ({ text }) => report(around, text));
  }

  function list(node: List): Block[] {
    const after: Block[] = [];
    const content = node.children.flatMap((item): ListItem[] => {
      const { flow: inner, lifted } = flow(item.children, item);
      after.push(...lifted);
      const [first] = inner;
      if (typeof item.checked === 'boolean' && first?.type === 'paragraph')
        first.content = [textNode(item.checked ? '☑ ' : '☐ '), ...(first.content ?? [])];
      return inner.length > 0 ? [{ type: 'listItem', content: inner }] : [];
    });
    if (content.length === 0) return after;
    return node.ordered
      ? [{ type: 'orderedList', attrs: { start: node.start ?? 1 }, content }, ...after]
      : [{ type: 'bulletList', content }, ...after];
  }

  function blocks(nodes: readonly RootContent[], inFlow = false): Block[] {
    return nodes.some(({ type }) => type === 'html')
      ? blocksOf(amongHtml(nodes, (node) => blockOf(node, inFlow)))
      : nodes.flatMap((node) => blockOf(node, inFlow));
  }

  function blockOf(node: RootContent, inFlow: boolean): Block[] {
    switch (node.type) {
      case 'paragraph':
        return paragraph(node, inFlow);
      case 'heading': {
        const level = Math.min(4, Math.max(2, node.depth)) as 2 | 3 | 4;
        const { inlines: content, lifted } = line(node);
        return hasText(content)
          ? [{ type: 'heading', attrs: { level }, content }, ...lifted]
          : lifted;
      }
      case 'list':
        return list(node);
      case 'blockquote': {
        const pullQuote = pullQuoteOf(node, context);
        if (pullQuote) return [pullQuote];
        const { flow: content, lifted } = flow(node.children, node);
        return content.length > 0 ? [{ type: 'blockquote', content }, ...lifted] : lifted;
      }
      case 'code':
        return [
          {
            type: 'codeBlock',
            attrs: { language: node.lang?.slice(0, 40) ?? null },
            ...(node.value && { content: [{ type: 'text', text: node.value }] }),
          },
        ];
      case 'thematicBreak':
        return [{ type: 'horizontalRule' }];
      case 'table': {
        const after: Block[] = [];
        if (node.children.length * (node.children[0]?.children.length ?? 0) > MOST_CELLS) {
          report(node, 'A table was too large: its rows became paragraphs.');
          return node.children.map((row): Block => {
            const cells = row.children.map((cell) => line(cell).inlines);
            return {
              type: 'paragraph',
              content: cells.flatMap((cell) => [...cell, textNode(' ')]),
            };
          });
        }
        const table = tableOf(node, (cell) => {
          const { inlines: content, lifted } = line(cell);
          after.push(...lifted);
          return content;
        });
        return [table, ...after];
      }
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
    const lines = inner.flatMap((block): Inline[][] => {
      if (block.type === 'paragraph') return [block.content ?? []];
      report(node, 'A list inside a footnote was reduced to its text.');
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

  const referred = new Set(
    nodesIn(root).flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])),
  );
  const notes = nodesIn(root).flatMap((node) =>
    node.type === 'footnoteDefinition' && referred.has(node.identifier)
      ? [[node.identifier, noteOf(node)] as const]
      : [],
  );
  for (const [label, note] of notes) footnotes.set(label, note);
  return { body: { type: 'doc', content: blocks(root.children) }, problems };
}

/** A node and all nodes below, in the order of the text; without recursion, for any nesting depth. */
function nodesIn(root: Nodes): Nodes[] {
  const nodes: Nodes[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes.push(node);
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
  }
  return nodes;
}

/** A picture's title holds `caption | credit`; each may be absent. */
function captionAndCredit(title: string | null | undefined) {
  const line = (title ?? '').replace(/\s+/g, ' ');
  const bar = ` ${line} `.lastIndexOf(' | ');
  const caption = (bar < 0 ? line : line.slice(0, Math.max(0, bar - 1))).trim();
  const credit = bar < 0 ? '' : line.slice(bar + 1).trim();
  return { caption: caption || null, credit: credit || null };
}
