/** Words per minute of an adult who reads news silently; a round figure between studies of our languages. */
const PACE = 200;

/**
 * The reading time of a text in whole minutes, at least one.
 * @param text - as `plainText` returns it
 */
export function readingMinutes(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / PACE));
}
