/**
 * Counts a text as an editor would.
 * @param locale - whose rules part words
 * @returns words, and characters as a reader sees them, without the ends of lines
 */
export function countWords(text: string, locale: string): { words: number; characters: number } {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text))
    if (isWordLike) words++;
  const characters = [...text.replaceAll('\n', '')].length;
  return { words, characters };
}
