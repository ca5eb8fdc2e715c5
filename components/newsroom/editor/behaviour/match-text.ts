export interface Wanted {
  text: string;
  isWholeWord: boolean;
  isCaseKept: boolean;
}

/** The regular expression of what is wanted; null where nothing is. */
export function makePattern({ text, isWholeWord, isCaseKept }: Wanted): RegExp | null {
  if (text === '') return null;
  const plain = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = isWholeWord ? `(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])` : plain;
  return new RegExp(whole, isCaseKept ? 'gu' : 'giu');
}

/** Where a text matches; the offsets are of UTF-16 units, as positions in the document are. */
export function matchesIn(text: string, pattern: RegExp): { from: number; to: number }[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
  }));
}
