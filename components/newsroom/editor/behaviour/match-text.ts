export interface Wanted {
  text: string;
  isWholeWord: boolean;
  isCaseKept: boolean;
}

/**
 * The regular expression for a search.
 * @returns null if the search text is empty
 */
export function makePattern({ text, isWholeWord, isCaseKept }: Wanted): RegExp | null {
  if (text === '') return null;
  const plain = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = isWholeWord ? `(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])` : plain;
  return new RegExp(whole, isCaseKept ? 'gu' : 'giu');
}

/** The matches in a text; offsets are in UTF-16 units, as are positions in the document. */
export function matchesIn(text: string, pattern: RegExp): { from: number; to: number }[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
  }));
}
