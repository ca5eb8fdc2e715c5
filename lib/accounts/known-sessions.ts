import type { Clock } from '../clock.ts';
import { hashToken } from './tokens.ts';

/** Milliseconds after which a session that was true is looked up again, while it is still believed. */
const BELIEVED = 600_000;
/** Sessions that are remembered; the longest known is forgotten first. */
const MOST = 10_000;

/**
 * Remembers which sessions were true a while ago. It decides who waits behind strangers and nothing else:
 * what one may do is asked of the database each time.
 */
export class KnownSessions {
  readonly #until = new Map<string, number>();
  readonly #clock: Clock;
  readonly #isTrue: (token: string) => Promise<boolean>;

  /** @param isTrue - looks in the database */
  constructor(clock: Clock, isTrue: (token: string) => Promise<boolean>) {
    this.#clock = clock;
    this.#isTrue = isTrue;
  }

  /** @throws what the look throws, of a session that is not known; one that is stays known then */
  async has(token: string): Promise<boolean> {
    const key = hashToken(token);
    const until = this.#until.get(key);
    if (until === undefined) return this.#look(token, key);
    if (until <= this.#clock.now().getTime()) {
      // Whoever is known does not wait behind strangers to be known again.
      this.#remember(key);
      this.#look(token, key).catch(() => {});
    }
    return true;
  }

  async #look(token: string, key: string): Promise<boolean> {
    const isTrue = await this.#isTrue(token);
    if (isTrue) this.#remember(key);
    else this.#until.delete(key);
    return isTrue;
  }

  #remember(key: string): void {
    this.#until.delete(key);
    this.#until.set(key, this.#clock.now().getTime() + BELIEVED);
    const [longest] = this.#until.keys();
    if (this.#until.size > MOST && longest !== undefined) this.#until.delete(longest);
  }
}
