import type { Block, Body, Footnote, Inline } from './body.ts';

/** The inlines of a block and of what stands in it, run by run, in the order in which they are read. */
function* runsIn(block: Block | { type: string; content?: unknown }): Generator<Inline[]> {
  const { type, content } = block as { type: string; content?: (Block | Inline)[] };
  if (!content || type === 'codeBlock') return;
  const [first] = content;
  const isRun = first?.type === 'text' || first?.type === 'hardBreak' || first?.type === 'footnote';
  if (isRun) yield content as Inline[];
  else for (const child of content) yield* runsIn(child);
}

const hasWords = ({ content = [] }: Footnote): boolean =>
  content.some((inline) => inline.type === 'text' && inline.text.trim() !== '');

/** The footnotes of a text in the order of their numbers; one without words has none. */
export function footnotesOf(body: Body): Footnote[] {
  const notes: Footnote[] = [];
  for (const block of body.content)
    for (const run of runsIn(block))
      for (const inline of run)
        if (inline.type === 'footnote' && hasWords(inline)) notes.push(inline);
  return notes;
}
