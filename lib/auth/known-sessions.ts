import type { Clock } from '../clock.ts';
import { hashToken } from './tokens.ts';

/** Milliseconds for which a session that was true is taken for one without another look. */
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

  async has(token: string): Promise<boolean> {
    const key = hashToken(token);
    const now = this.#clock.now().getTime();
    if ((this.#until.get(key) ?? 0) > now) return true;
    this.#until.delete(key);
    if (!(await this.#isTrue(token))) return false;
    this.#until.set(key, now + BELIEVED);
    const [longest] = this.#until.keys();
    if (this.#until.size > MOST && longest !== undefined) this.#until.delete(longest);
    return true;
  }
}
