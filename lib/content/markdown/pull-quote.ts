import type { Blockquote } from 'mdast';
import type { Inline, PullQuote } from '../body/body.ts';
import { inlinesOf, type Context } from './inlines.ts';

/** The first line of a block quote that is a pull quote. */
export const PULL_MARKER = '[!PULL]';
/** Begins the last line of a pull quote: the name of the speaker. */
export const ATTRIBUTION_DASH = '— ';

/**
 * Reads `> [!PULL]`, the sentence, and `> — Name`.
 * @returns null for any other block quote
 */
export function pullQuoteOf(
  node: Blockquote,
  context: Omit<Context, 'lineBreak'>,
): PullQuote | null {
  const lines = node.children.flatMap((child, index): Inline[] => {
    if (child.type !== 'paragraph') return [];
    const content = inlinesOf(child.children, { ...context, lineBreak: '\n' });
    return index === 0 ? content : [{ type: 'text', text: '\n' }, ...content];
  });
  const [first] = lines;
  if (first?.type !== 'text' || first.marks || !first.text.startsWith(PULL_MARKER)) return null;
  lines[0] = { ...first, text: first.text.slice(PULL_MARKER.length) };
  const attribution = takeAttribution(lines);
  const content = lines
    .map((inline, index): Inline => {
      if (inline.type !== 'text') return inline;
      const text = inline.text.replace(/\s*\n\s*/g, ' ');
      return { ...inline, text: index === 0 ? text.trimStart() : text };
    })
    .filter((inline) => inline.type !== 'text' || inline.text !== '');
  return { type: 'pullQuote', attrs: { attribution }, ...(content.length > 0 && { content }) };
}

/** Removes the last line if it names the speaker, and returns the name. */
function takeAttribution(lines: Inline[]): string | null {
  const last = lines.at(-1);
  if (last?.type !== 'text' || last.marks) return null;
  const start = last.text.lastIndexOf(`\n${ATTRIBUTION_DASH}`);
  if (start >= 0) {
    lines[lines.length - 1] = { ...last, text: last.text.slice(0, start) };
    return last.text.slice(start + 1 + ATTRIBUTION_DASH.length).trim() || null;
  }
  const before = lines.at(-2);
  const isOwnLine = before?.type === 'text' && before.text.endsWith('\n');
  if (!isOwnLine || !last.text.startsWith(ATTRIBUTION_DASH)) return null;
  lines.splice(-2, 2, { ...before, text: before.text.slice(0, -1) });
  return last.text.slice(ATTRIBUTION_DASH.length).trim() || null;
}
