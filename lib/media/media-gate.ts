/** Decides who may get a file of the media store: a withdrawn article's pictures are withdrawn with it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Question } from '../answer.ts';
import type { MediaReach } from '../content/desk/media.ts';

export interface MediaGateOptions {
  /** Who may get a file, according to the database. */
  reachOf: (path: string) => Promise<MediaReach>;
  /** Whether the request is from a signed-in newsroom user. */
  isOfNewsroom: (question: Pick<Question, 'headers'>) => Promise<boolean>;
  /** Removes the share card of a withdrawn article from the store. */
  drop: (path: string) => Promise<void>;
}

export type MediaVerdict = 'everybody' | 'one' | 'gone' | 'missing';

/** Maximum number of cached answers; past it the cache is cleared, which costs no more than new queries. */
const MOST = 20_000;
/** Milliseconds that a reader waits for a database that does not respond: most files are public. */
const PATIENCE = 250;
const CARDS = '/cards/';

/** Decides, and caches the database's answers until something is published or withdrawn. */
export class MediaGate {
  readonly #options: MediaGateOptions;
  /** Cached answers, and queries under way. */
  readonly #known = new Map<string, MediaReach | Promise<MediaReach>>();
  /** Whether a query has timed out; until the database responds again, no other request waits for it. */
  #isSilent = false;

  constructor(options: MediaGateOptions) {
    this.#options = options;
  }

  /** Clears the cache: must be called whenever anything was published or withdrawn. */
  forget(): void {
    this.#known.clear();
  }

  /** @param path - of the file, from `/media` on */
  async judge(question: Pick<Question, 'headers'>, path: string): Promise<MediaVerdict> {
    const reach = await this.#ask(path);
    if (reach === 'everybody') return reach;
    if (reach === 'nobody') return 'missing';
    if (reach !== 'newsroom') return 'one';
    if (path.startsWith(CARDS)) {
      await this.#options.drop(path).catch(() => {});
      return 'gone';
    }
    return (await this.#options.isOfNewsroom(question).catch(() => false)) ? 'one' : 'gone';
  }

  /** The reach of a file; `unsaid` if the database does not respond in time. */
  async #ask(path: string): Promise<MediaReach | 'unsaid'> {
    const key = keyOf(path);
    const known = this.#known.get(key);
    if (typeof known === 'string') return known;
    const asked = known ?? this.#askAgain(key, path);
    const patience = sleep(this.#isSilent ? 0 : PATIENCE, 'unsaid' as const, { ref: false });
    const said = await Promise.race([asked.catch(() => 'unsaid' as const), patience]);
    if (said === 'unsaid') this.#isSilent = true;
    return said;
  }

  #askAgain(key: string, path: string): Promise<MediaReach> {
    if (this.#known.size >= MOST) this.#known.clear();
    const asked = this.#options.reachOf(path);
    this.#known.set(key, asked);
    // An answer is not cached if the cache was cleared meanwhile.
    const isAsked = () => this.#known.get(key) === asked;
    asked.then(
      (reach) => {
        this.#isSilent = false;
        if (isAsked()) this.#known.set(key, reach);
      },
      () => isAsked() && this.#known.delete(key),
    );
    return asked;
  }
}

/** All cuts of a picture have the same reach. */
const keyOf = (path: string) =>
  path.startsWith(CARDS) ? path : path.slice(0, path.indexOf('/', 1));
