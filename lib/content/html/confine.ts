import type { Block, Inline, ListItem, Paragraph } from '../body/body.ts';
import { assertUnreachable } from '../../errors.ts';
import { textNode } from './inlines.ts';
import { notice, type Notice } from '../notice.ts';

/** The content that a list item or a quote may have. */
export type Flow = ListItem['content'];

/**
 * Reduces blocks to what a list or a quote may hold: text is kept as paragraphs; pictures and embeds are
 * lifted out, to follow it.
 * @param report - called for each change
 */
export function confine(
  blocks: readonly Block[],
  report: (reason: Notice) => void,
): { flow: Flow; lifted: Block[] } {
  const lifted: Block[] = [];
  const inner = (block: Block): Flow => {
    switch (block.type) {
      case 'paragraph':
      case 'bulletList':
      case 'orderedList':
        return [block];
      case 'blockquote':
        return block.content;
      case 'image':
      case 'gallery':
      case 'embed':
        report(notice`${block.type} inside a list or a quote: it was put after it.`);
        lifted.push(block);
        return [];
      case 'horizontalRule':
        return [];
      case 'heading':
      case 'pullQuote':
        report(notice`${block.type} inside a list or a quote: it became a paragraph.`);
        return block.content ? [{ type: 'paragraph', content: block.content }] : [];
      case 'codeBlock':
        report(notice`Code inside a list or a quote: it became a paragraph.`);
        return [{ type: 'paragraph', content: codeLines(block.content?.[0]?.text ?? '') }];
      case 'table':
        report(notice`A table inside a list or a quote: each row became a paragraph.`);
        return block.content.map((row): Paragraph => {
          const cells = row.content.map((cell) => cell.content[0].content ?? []);
          return {
            type: 'paragraph',
            content: cells.flatMap((cell, at) => (at > 0 ? [textNode(' · '), ...cell] : cell)),
          };
        });
      default:
        return assertUnreachable(block);
    }
  };
  return { flow: blocks.flatMap(inner), lifted };
}

const codeLines = (code: string): Inline[] =>
  code
    .split('\n')
    .flatMap((line, at): Inline[] => [
      ...(at > 0 ? [{ type: 'hardBreak' } as const] : []),
      ...(line ? [textNode(line, [{ type: 'code' }])] : []),
    ]);
