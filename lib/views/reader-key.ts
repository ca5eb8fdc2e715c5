import { createHmac, randomBytes } from 'node:crypto';
import { networkOf } from '../network.ts';

/** Milliseconds within which one reader counts once for one article. */
export const WINDOW = 30 * 60_000;
const DAY = 86_400_000;
/**
 * Most readers of one article and window that one network counts as. The user agent is hashed to one of
 * these places: so invented user agents do not add views without limit, and the readers behind one address
 * do not all count as one.
 */
export const PLACES = 16;

/**
 * Distinguishes readers for half an hour without identifying them: a hash of network, article and place
 * under a salt that is generated each day and deleted with it.
 */
export class ReaderKeys {
  readonly #saltOf: (day: number) => Promise<string>;
  #salt: { day: number; salt: Promise<string> } | undefined;

  /** @param saltOf - returns the salt of a day, counted from 1970: the same in all processes */
  constructor(saltOf: (day: number) => Promise<string>) {
    this.#saltOf = saltOf;
  }

  /** @returns a short key, the same for one reader, article and half hour; of no use for anything else */
  async keyOf(
    { address, userAgent }: { address: string; userAgent: string },
    articleId: number,
    now: Date,
  ): Promise<string> {
    const day = Math.floor(now.getTime() / DAY);
    if (this.#salt?.day !== day) {
      // If the salt cannot be read, a random one is used and kept: another one would count every reader
      // again.
      const own = () => randomBytes(32).toString('base64url');
      this.#salt = { day, salt: this.#saltOf(day).catch(own) };
    }
    const hash = createHmac.bind(null, 'sha256', await this.#salt.salt);
    const place = (hash().update(userAgent).digest()[0] ?? 0) % PLACES;
    const window = Math.floor(now.getTime() / WINDOW);
    return hash()
      .update(`${articleId}\0${window}\0${networkOf(address)}\0${place}`)
      .digest('base64url')
      .slice(0, 16);
  }
}
