import type { Block, Inline, Mark, Paragraph } from '../body/body.ts';

/**
 * What an element becomes: inline nodes that will fill paragraphs, blocks, and the breaks between paragraphs.
 */
export type Piece = Inline | Block | { type: 'split' };
export const SPLIT = { type: 'split' } as const;

/** Whether a piece is a part of a line. */
export const isInline = (piece: Piece): piece is Inline =>
  piece.type === 'text' || piece.type === 'hardBreak' || piece.type === 'footnote';
/** Whether a piece is a block of its own. */
export const isBlock = (piece: Piece): piece is Block => !isInline(piece) && piece.type !== 'split';

/** A text with its marks. */
export const textNode = (text: string, marks: readonly Mark[] = []): Inline => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: [...marks] }),
});

/** A paragraph of one text. */
export const paragraphOf = (text: string, marks: readonly Mark[] = []): Paragraph => ({
  type: 'paragraph',
  content: [textNode(text, marks)],
});

const isCode = (inline: Inline): boolean =>
  inline.type === 'text' && (inline.marks ?? []).some(({ type }) => type === 'code');

/**
 * Inline nodes with white space as a browser shows it: blanks between two nodes are one, none are at the ends
 * or around a break, neighbours with equal marks are one node.
 */
export function tidyInlines(inlines: readonly Inline[]): Inline[] {
  const tidy: Inline[] = [];
  for (const inline of inlines) {
    const last = tidy.at(-1);
    if (inline.type === 'hardBreak') {
      trimEnd(tidy);
      if (tidy.length > 0) tidy.push(inline);
      continue;
    }
    if (inline.type === 'footnote') {
      tidy.push(inline);
      continue;
    }
    const atStart =
      !last || last.type === 'hardBreak' || (last.type === 'text' && last.text.endsWith(' '));
    const text = atStart && !isCode(inline) ? inline.text.replace(/^ +/, '') : inline.text;
    if (text === '') continue;
    if (last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(inline.marks)) {
      tidy[tidy.length - 1] = { ...last, text: last.text + text };
    } else tidy.push({ ...inline, text });
  }
  while (tidy.at(-1)?.type === 'hardBreak') tidy.pop();
  trimEnd(tidy);
  while (tidy.at(-1)?.type === 'hardBreak') tidy.pop();
  return tidy;
}

function trimEnd(inlines: Inline[]): void {
  for (let last = inlines.at(-1); last?.type === 'text'; last = inlines.at(-1)) {
    const text = isCode(last) ? last.text : last.text.replace(/ +$/, '');
    if (text !== '') {
      inlines[inlines.length - 1] = { ...last, text };
      return;
    }
    inlines.pop();
  }
}

/** Whether inline nodes show anything: letters or a footnote. */
export const hasText = (inlines: readonly Inline[]): boolean =>
  inlines.some(
    (inline) => inline.type === 'footnote' || (inline.type === 'text' && inline.text.trim() !== ''),
  );

/** The inline nodes of pieces that must be one line, and the blocks that cannot be part of it. */
export function lineOf(pieces: readonly Piece[]): { inlines: Inline[]; lifted: Block[] } {
  const line = pieces.flatMap((piece): Inline[] => {
    if (isInline(piece)) return [piece];
    if (piece.type === 'split') return [{ type: 'hardBreak' }];
    return piece.type === 'paragraph' ? (piece.content ?? []) : [];
  });
  const inlines = tidyInlines(line).filter(
    (inline, at, all) => inline.type !== 'hardBreak' || all[at - 1]?.type !== 'hardBreak',
  );
  const lifted = pieces.filter(
    (piece): piece is Block => isBlock(piece) && piece.type !== 'paragraph',
  );
  return { inlines, lifted };
}
