import { createHmac, randomBytes } from 'node:crypto';

/** Milliseconds within which one reader counts once for one article. */
export const WINDOW = 30 * 60_000;
const DAY = 86_400_000;

/**
 * Tells readers apart for half an hour without knowing them: a hash of address and browser under a salt
 * that is made anew each day and never leaves the memory of the process.
 */
export class ReaderKeys {
  #salt = randomBytes(32);
  #saltDay = -1;

  /** @returns a short key, the same for one reader, article and half hour; of no use for anything else */
  keyOf(reader: { address: string; userAgent: string }, articleId: number, now: Date): string {
    const day = Math.floor(now.getTime() / DAY);
    if (day !== this.#saltDay) {
      this.#salt = randomBytes(32);
      this.#saltDay = day;
    }
    const window = Math.floor(now.getTime() / WINDOW);
    return createHmac('sha256', this.#salt)
      .update(`${articleId}\0${window}\0${reader.address}\0${reader.userAgent}`)
      .digest('base64url')
      .slice(0, 16);
  }
}
