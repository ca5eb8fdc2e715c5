/**
 * Counts the words and characters of a text.
 * @param locale - the locale whose rules split the text into words
 * @returns words, and characters as a reader sees them (graphemes), without line ends
 */
export function countWords(text: string, locale: string): { words: number; characters: number } {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text))
    if (isWordLike) words++;
  const characters = [...text.replaceAll('\n', '')].length;
  return { words, characters };
}
