/** Words a minute that an adult reads of news, silently; a round figure between studies of our languages. */
const PACE = 200;

/**
 * Whole minutes that a text takes to read, at least one.
 * @param text - as `plainText` makes it
 */
export function readingMinutes(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / PACE));
}
