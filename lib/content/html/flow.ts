import type { Block, Inline } from '../body/body.ts';
import { embedAddress } from './addresses.ts';
import { hasText, isBlock, isInline, tidyInlines, type Piece } from './inlines.ts';

/** Groups runs of inline nodes into paragraphs; two consecutive line breaks separate paragraphs too. */
export function blocksOf(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  let run: Inline[] = [];
  const flush = () => {
    blocks.push(...paragraphsOf(run));
    run = [];
  };
  for (const piece of pieces) {
    const isBlank = piece.type === 'text' && piece.text.trim() === '';
    if (isInline(piece)) {
      if (piece.type === 'hardBreak' && isAfterBreak(run)) flush();
      else if (run.length > 0 || !isBlank) run.push(piece);
      continue;
    }
    flush();
    if (isBlock(piece)) blocks.push(piece);
  }
  flush();
  return blocks;
}

/** Whether there are only blanks since the last break. */
function isAfterBreak(run: readonly Inline[]): boolean {
  const last = run.findLast((inline) => inline.type !== 'text' || inline.text.trim() !== '');
  return last?.type === 'hardBreak';
}

function paragraphsOf(run: readonly Inline[]): Block[] {
  const content = tidyInlines(run);
  if (!hasText(content)) return [];
  // An address alone on a line was shown as the embedded post or film.
  const alone = content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
  const embed = /^https?:\/\/\S+$/.test(alone) ? embedAddress(alone) : null;
  if (embed) return [{ type: 'embed', attrs: embed }];
  if (/^https?:\/\/\S+$/.test(alone) && content.length === 1 && URL.canParse(alone)) {
    const [text] = content;
    const isLinked = text?.type === 'text' && text.marks?.some(({ type }) => type === 'link');
    if (!isLinked && alone.length <= 2048) {
      const mark = { type: 'link' as const, attrs: { href: alone } };
      return [{ type: 'paragraph', content: [{ type: 'text', text: alone, marks: [mark] }] }];
    }
  }
  return [{ type: 'paragraph', content }];
}
