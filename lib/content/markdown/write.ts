import type { BlockContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { MarkdownWriter } from '../block-definition.ts';
import type { Block, Body } from '../body/body.ts';
import { wordsIn } from '../body/body-bounds.ts';
import { definitionOf } from '../body/definition-of.ts';
import { footnotesOf } from '../body/footnotes.ts';
import { phrasing } from './phrasing.ts';

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

/**
 * Writes a body as GFM that `parseMarkdown` reads back to the same tree.
 * @param sourceOf - the address that a picture has in the text, by its id
 * @returns the text, ending with one line break; empty for an empty body
 */
export function writeMarkdown(body: Body, sourceOf: (imageId: string) => string): string {
  const notes = footnotesOf(body);
  const context: MarkdownWriter = { sourceOf, notes, block: (block) => blockNode(block, context) };
  const children = body.content.map(context.block);
  for (const [index, { content = [] }] of notes.entries()) {
    const label = String(index + 1);
    const words: BlockContent[] = [{ type: 'paragraph', children: phrasing(content, []) }];
    children.push({ type: 'footnoteDefinition', identifier: label, label, children: words });
  }
  return writer.stringify({ type: 'root', children });
}

/** A block in Markdown's own tree; of a stored node that is no block of ours, its words. */
const blockNode = (block: Block, context: MarkdownWriter): RootContent =>
  definitionOf(block)?.writeMarkdown(block, context) ?? {
    type: 'paragraph',
    children: [{ type: 'text', value: wordsIn(block) }],
  };
