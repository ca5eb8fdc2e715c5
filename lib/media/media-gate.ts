/** Whom files of the media store are answered to: what was taken back is gone with its article. */
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MediaReach } from '../content/desk/media.ts';

export interface MediaGateOptions {
  /** Whom a file is for, as the database knows it. */
  reachOf: (path: string) => Promise<MediaReach>;
  /** Whether the newsroom asks. */
  isOfNewsroom: (request: IncomingMessage) => Promise<boolean>;
  /** Takes a card out of the store whose article was taken back. */
  drop: (path: string) => Promise<void>;
}

export type MediaVerdict = 'everybody' | 'one' | 'gone' | 'missing';

/** Answers that are remembered; past it all are forgotten, which costs no more than asking again. */
const MOST = 20_000;
/** Milliseconds that a reader waits for a database that says nothing: what it shows is no secret to most. */
const PATIENCE = 250;
const CARDS = '/cards/';

/** Decides, and remembers what it was told until something is published, or is seen no more. */
export class MediaGate {
  readonly #options: MediaGateOptions;
  /** What was said, or is being asked. */
  readonly #known = new Map<string, MediaReach | Promise<MediaReach>>();
  /** Since when the database has let somebody wait in vain; nobody else waits until it has spoken. */
  #isSilent = false;

  constructor(options: MediaGateOptions) {
    this.#options = options;
  }

  /** Forgets everything: called whenever anything was published or withdrawn. */
  forget(): void {
    this.#known.clear();
  }

  /** @param path - of the file, from `/media` on */
  async judge(request: IncomingMessage, path: string): Promise<MediaVerdict> {
    const reach = await this.#ask(path);
    if (reach === 'everybody') return reach;
    if (reach === 'nobody') return 'missing';
    if (reach !== 'newsroom') return 'one';
    if (path.startsWith(CARDS)) {
      await this.#options.drop(path).catch(() => {});
      return 'gone';
    }
    return (await this.#options.isOfNewsroom(request).catch(() => false)) ? 'one' : 'gone';
  }

  /** The reach of a file; `unsaid` where the database does not say in time. */
  async #ask(path: string): Promise<MediaReach | 'unsaid'> {
    const key = keyOf(path);
    const known = this.#known.get(key);
    if (typeof known === 'string') return known;
    const asked = known ?? this.#askAnew(key, path);
    const patience = sleep(this.#isSilent ? 0 : PATIENCE, 'unsaid' as const, { ref: false });
    const said = await Promise.race([asked.catch(() => 'unsaid' as const), patience]);
    if (said === 'unsaid') this.#isSilent = true;
    return said;
  }

  #askAnew(key: string, path: string): Promise<MediaReach> {
    if (this.#known.size >= MOST) this.#known.clear();
    const asked = this.#options.reachOf(path);
    this.#known.set(key, asked);
    // What was forgotten meanwhile is not remembered again.
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

/** All cuts of a picture are for the same people. */
const keyOf = (path: string) =>
  path.startsWith(CARDS) ? path : path.slice(0, path.indexOf('/', 1));
