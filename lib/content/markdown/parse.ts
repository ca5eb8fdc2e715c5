import type { Definition, Image, Nodes, Paragraph as MdParagraph, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block, Body, ImageNode, Inline, ListItem, Paragraph } from '../body.ts';
import { recogniseEmbed } from '../embed.ts';
import { inlinesOf } from './inlines.ts';
import type { Problem, Report } from './problem.ts';
import { pullQuoteOf } from './pull-quote.ts';
import { tableOf } from './table.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

export interface ParsedMarkdown {
  body: Body;
  problems: Problem[];
}

/** The pictures that a text names, in order, each once: they are cut before the text becomes a tree. */
export function pictureSources(root: Root): string[] {
  const sources = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'image') sources.add(node.url);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return [...sources];
}

/** Reads GFM into Markdown's own tree. */
export const readMarkdown = (source: string): Root => parser.parse(source);

/**
 * Makes an article's body of Markdown. Raw HTML, addresses that run something and whatever else has no
 * place in the tree are reduced to their text and reported.
 * @param root - as `readMarkdown` reads it
 * @param imageIdOf - the id of a picture by the address it has in the text; null drops it, reported
 */
export function parseMarkdown(
  root: Root,
  imageIdOf: (src: string) => string | null,
): ParsedMarkdown {
  const problems: Problem[] = [];
  const report: Report = (node, reason) => {
    problems.push({ line: node.position?.start.line ?? 1, reason });
  };
  const definitions = new Map<string, string>(
    root.children
      .filter((node): node is Definition => node.type === 'definition')
      .map((node) => [node.identifier, node.url]),
  );
  const context = { report, definitions, lineBreak: ' ' as const };
  const inlines = (node: { children: MdParagraph['children'] }) =>
    inlinesOf(node.children, context);
  const hasText = (content: readonly Inline[]) =>
    content.some((inline) => inline.type === 'text' && inline.text.trim() !== '');

  function paragraph(node: MdParagraph): Block[] {
    const solid = node.children.filter(
      (child) => child.type !== 'text' || child.value.trim() !== '',
    );
    if (solid.length > 0 && solid.every((child) => child.type === 'image')) return pictures(solid);
    const [only] = solid;
    if (solid.length === 1 && only?.type === 'link') {
      const [label] = only.children;
      const embed = label?.type === 'text' && label.value === only.url && recogniseEmbed(only.url);
      if (embed) return [{ type: 'embed', attrs: embed }];
    }
    const content = inlines(node);
    return hasText(content) ? [{ type: 'paragraph', content }] : [];
  }

  function pictures(images: Image[]): Block[] {
    const cut = images.flatMap((image): ImageNode[] => {
      const imageId = imageIdOf(image.url);
      if (!imageId) {
        report(image, `The picture ${image.url} was left out.`);
        return [];
      }
      const { caption, credit } = captionAndCredit(image.title);
      return [{ type: 'image', attrs: { imageId, alt: image.alt ?? '', caption, credit } }];
    });
    return cut.length > 1 ? [{ type: 'gallery', content: cut }] : cut;
  }

  /** What stands in a list or a quote: paragraphs and lists; the rest is reduced to them. */
  function flow(nodes: readonly RootContent[]): ListItem['content'] {
    return nodes.flatMap((node): ListItem['content'] => {
      if (node.type === 'list') return blockOf(node) as ListItem['content'];
      if (node.type === 'paragraph') {
        const content = inlines(node);
        return hasText(content) ? [{ type: 'paragraph', content }] : [];
      }
      report(node, `A ${node.type} inside a list or a quote was reduced to its text.`);
      if (node.type === 'blockquote') return flow(node.children);
      if (node.type === 'heading') return [{ type: 'paragraph', content: inlines(node) }];
      if (node.type === 'code') {
        const text: Inline = { type: 'text', text: node.value, marks: [{ type: 'code' }] };
        return node.value ? [{ type: 'paragraph', content: [text] } satisfies Paragraph] : [];
      }
      return [];
    });
  }

  function blockOf(node: RootContent): Block[] {
    switch (node.type) {
      case 'paragraph':
        return paragraph(node);
      case 'heading': {
        const level = Math.min(4, Math.max(2, node.depth)) as 2 | 3 | 4;
        const content = inlines(node);
        return hasText(content) ? [{ type: 'heading', attrs: { level }, content }] : [];
      }
      case 'list': {
        const content = node.children
          .map((item): ListItem => ({ type: 'listItem', content: flow(item.children) }))
          .filter((item) => item.content.length > 0);
        if (content.length === 0) return [];
        return node.ordered
          ? [{ type: 'orderedList', attrs: { start: node.start ?? 1 }, content }]
          : [{ type: 'bulletList', content }];
      }
      case 'blockquote': {
        const pullQuote = pullQuoteOf(node, { report, definitions });
        if (pullQuote) return [pullQuote];
        const content = flow(node.children);
        return content.length > 0 ? [{ type: 'blockquote', content }] : [];
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
      case 'table':
        return [tableOf(node, inlines)];
      case 'html':
        return reducedHtml(node);
      case 'definition':
        return [];
      case 'footnoteDefinition':
        report(node, 'A footnote became a paragraph.');
        return node.children.flatMap(blockOf);
      default:
        report(node, `“${node.type}” has no place in an article and was left out.`);
        return [];
    }
  }

  function reducedHtml(node: Extract<RootContent, { type: 'html' }>): Block[] {
    const text = node.value
      .replace(/<!--[\s\S]*?(-->|$)/g, '')
      .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
      .replace(/<[^>]*(>|$)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    report(node, text ? 'HTML was reduced to its text.' : 'HTML without text was left out.');
    return text ? [{ type: 'paragraph', content: [{ type: 'text', text }] }] : [];
  }

  return { body: { type: 'doc', content: root.children.flatMap(blockOf) }, problems };
}

/** A picture's title holds `caption | credit`; each may be absent. */
function captionAndCredit(title: string | null | undefined) {
  const line = (title ?? '').replace(/\s+/g, ' ');
  const bar = ` ${line} `.lastIndexOf(' | ');
  const caption = (bar < 0 ? line : line.slice(0, Math.max(0, bar - 1))).trim();
  const credit = bar < 0 ? '' : line.slice(bar + 1).trim();
  return { caption: caption || null, credit: credit || null };
}
