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

/** One piece of work that waits. */
interface Waiting {
  start: () => void;
  refuse: () => void;
}

/**
 * The work of one kind that is under way, and what waits for it. Those who ask take turns, and who asks for
 * one thing does not wait for all that another asks for.
 */
export class Lane {
  readonly #limits: LaneLimits;
  /** What waits, by who asks for it; whose turn comes next is first. */
  readonly #queues = new Map<string, Waiting[]>();
  #waiting = 0;
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
   * @param asker - the network that asks, as {@link networkOf} names it; '' for the portal itself
   * @throws TooMuch where the queue is full, or the turn does not come in time
   */
  async run<T>(asker: string, work: () => Promise<T>): Promise<T> {
    if (this.#atWork < this.#limits.atOnce) this.#atWork++;
    else await this.#turn(asker);
    try {
      return await work();
    } finally {
      void this.#next();
    }
  }

  #turn(asker: string): Promise<void> {
    if (this.#waiting >= this.#limits.waiting && !this.#makeRoomFor(asker))
      return Promise.reject(this.#refusal());
    return new Promise((resolve, reject) => {
      const waiting = {
        start: () => {
          clearTimeout(late);
          resolve();
        },
        refuse: () => {
          clearTimeout(late);
          this.#remove(asker, waiting);
          reject(this.#refusal());
        },
      };
      const late = setTimeout(waiting.refuse, this.#limits.patience);
      const queue = this.#queues.get(asker);
      if (queue) queue.push(waiting);
      else this.#queues.set(asker, [waiting]);
      this.#waiting++;
    });
  }

  /** Refuses what came last of the asker who waits for the most; false where that would be no fairer. */
  #makeRoomFor(asker: string): boolean {
    let longest: Waiting[] = [];
    for (const queue of this.#queues.values()) if (queue.length > longest.length) longest = queue;
    const own = this.#queues.get(asker)?.length ?? 0;
    if (longest.length <= own + 1) return false;
    longest.at(-1)?.refuse();
    return true;
  }

  #remove(asker: string, waiting: Waiting): void {
    const queue = this.#queues.get(asker) ?? [];
    queue.splice(queue.indexOf(waiting), 1);
    if (queue.length === 0) this.#queues.delete(asker);
    this.#waiting--;
  }

  #refusal(): TooMuch {
    this.#refused++;
    return TOO_MUCH;
  }

  /** Hands the place on, once whoever asks for what lies in memory has been answered. */
  async #next(): Promise<void> {
    if (this.#waiting > 0) await nextTurn();
    const [next] = this.#queues;
    if (!next) {
      this.#atWork--;
      return;
    }
    const [asker, [first, ...rest]] = next;
    // To the end of the round.
    this.#queues.delete(asker);
    if (rest.length > 0) this.#queues.set(asker, rest);
    this.#waiting--;
    first?.start();
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
