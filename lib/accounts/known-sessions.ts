import type { Clock } from '../clock.ts';
import { hashToken } from './tokens.ts';

/** Milliseconds after which a valid session is checked again; it counts as valid during the check. */
const BELIEVED = 600_000;
/** The most sessions in the cache; the oldest entry is removed first. */
const MOST = 10_000;

/**
 * Caches which sessions were valid recently. The cache only decides which requests wait behind those of
 * strangers: permissions are read from the database each time.
 */
export class KnownSessions {
  readonly #until = new Map<string, number>();
  readonly #clock: Clock;
  readonly #isTrue: (token: string, asker: string) => Promise<boolean>;

  /** @param isTrue - checks a session in the database */
  constructor(clock: Clock, isTrue: (token: string, asker: string) => Promise<boolean>) {
    this.#clock = clock;
    this.#isTrue = isTrue;
  }

  /**
   * @param asker - the network that the session comes from; networks take turns with the check
   * @throws the error of the check, for an unknown session; a known session stays known after an error
   */
  async has(token: string, asker = ''): Promise<boolean> {
    const key = hashToken(token);
    const until = this.#until.get(key);
    if (until === undefined) return this.#look(token, key, asker);
    if (until <= this.#clock.now().getTime()) {
      // A user with a known session does not wait behind strangers for the next check.
      this.#remember(key);
      this.#look(token, key, asker).catch(() => {});
    }
    return true;
  }

  async #look(token: string, key: string, asker: string): Promise<boolean> {
    const isTrue = await this.#isTrue(token, asker);
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
