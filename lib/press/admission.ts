/**
 * Work is admitted, not just begun. A process does one thing at a time, and whatever strangers ask for
 * waits in a lane of its own: a few at once, a short queue, and a refusal at once for who finds it full.
 * Pages in memory and the newsroom never wait there.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';

export interface LaneLimits {
  /** How many are at work at once. */
  atOnce: number;
  /** How many may wait for their turn. */
  waiting: number;
  /** Milliseconds that one waits at most. */
  patience: number;
}

/** Thrown where more is asked for than can be done just now. */
export class TooMuch extends Error {
  override name = 'TooMuch';
}

/** For a `catch`: lets a refusal pass, and answers nothing to any other failure. */
export function unlessTooMuch(cause: unknown): undefined {
  if (cause instanceof TooMuch) throw cause;
}

/** One for all: a flood is not to have a stack written down for each. */
const TOO_MUCH = new TooMuch('More is asked for than can be done just now.');

/**
 * Milliseconds that who was refused waits to hear it: refusals cost little, and a flood that asks again at once
 * would ask for thousands of them.
 */
export const HOLD_BACK = 200;

/** Seconds after which who was refused may try again. */
export const RETRY_AFTER = 2;

/** The work of one kind that is under way, and what waits for it, first come, first served. */
export class Lane {
  readonly #limits: LaneLimits;
  readonly #queue: (() => void)[] = [];
  #atWork = 0;
  #refused = 0;

  constructor(limits: LaneLimits) {
    this.#limits = limits;
  }

  /** How often somebody was refused. */
  get refused(): number {
    return this.#refused;
  }

  /**
   * Does a piece of work in its turn.
   * @throws TooMuch where the queue is full, or the turn does not come in time
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#atWork < this.#limits.atOnce) this.#atWork++;
    else await this.#turn();
    try {
      return await work();
    } finally {
      void this.#next();
    }
  }

  #turn(): Promise<void> {
    if (this.#queue.length >= this.#limits.waiting) return Promise.reject(this.#refusal());
    return new Promise((resolve, reject) => {
      const start = () => {
        clearTimeout(late);
        resolve();
      };
      const late = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(start), 1);
        reject(this.#refusal());
      }, this.#limits.patience);
      this.#queue.push(start);
    });
  }

  #refusal(): TooMuch {
    this.#refused++;
    return TOO_MUCH;
  }

  /** Hands the place on, once whoever asks for what lies in memory has been answered. */
  async #next(): Promise<void> {
    if (this.#queue.length > 0) await nextTurn();
    const start = this.#queue.shift();
    if (start) start();
    else this.#atWork--;
  }
}

/** The lanes of a process. */
export interface Lanes {
  /** Pages that nobody knows yet. */
  pages: Lane;
  /** Pages that were in memory and are made anew: there are as many as there were readers for. */
  renewals: Lane;
  /** Searches. */
  searches: Lane;
  /** Route handlers that readers' pages ask, and sitemaps. */
  questions: Lane;
  /** What is asked of the newsroom without a session, to sign in above all. */
  strangers: Lane;
  /** The look whether a session is true. */
  sessions: Lane;
  /** Addresses of a former site. */
  redirects: Lane;
  /** Cards and cuts for shared links. */
  pictures: Lane;
}

const SHORT = { waiting: 64, patience: 4000 } as const;

/** Two at once keep a core at work while one waits for the database; more would only make each slower. */
export const openLanes = (): Lanes => ({
  pages: new Lane({ atOnce: 2, ...SHORT }),
  renewals: new Lane({ atOnce: 4, waiting: 10_000, patience: 10_000 }),
  searches: new Lane({ atOnce: 2, ...SHORT }),
  questions: new Lane({ atOnce: 2, ...SHORT }),
  strangers: new Lane({ atOnce: 2, ...SHORT }),
  sessions: new Lane({ atOnce: 2, ...SHORT }),
  redirects: new Lane({ atOnce: 2, ...SHORT }),
  pictures: new Lane({ atOnce: 1, ...SHORT }),
});
