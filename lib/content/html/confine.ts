import type { Block } from '../body/body.ts';
import { definitionOf } from '../body/definition-of.ts';
import type { Flow } from '../body/flow.ts';
import { notice, type Notice } from '../notice.ts';

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
  const flow = blocks.flatMap((block): Flow => {
    const kept = definitionOf(block)?.inFlow?.(block, report);
    if (kept) return kept;
    report(notice`${block.type} inside a list or a quote: it was put after it.`);
    lifted.push(block);
    return [];
  });
  return { flow, lifted };
}
