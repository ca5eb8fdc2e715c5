/**
 * Admission control. A process does one thing at a time, so work that anonymous clients request waits in a
 * lane of its kind: a few tasks run at once, a short queue waits, and a request that finds the queue full
 * is refused at once. Pages in memory and the newsroom never wait in a lane.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';

export interface LaneLimits {
  /** Most tasks that run at once. */
  atOnce: number;
  /** Most tasks that wait for their turn. */
  waiting: number;
  /** Milliseconds that a task waits at most. */
  patience: number;
}

/** Thrown where more work is requested than can be done now. */
export class TooMuch extends Error {
  override name = 'TooMuch';
}

/**
 * For a `catch`: rethrows a refusal, and returns undefined for any other failure.
 * @throws TooMuch where that is the cause
 */
export function unlessTooMuch(cause: unknown): undefined {
  if (cause instanceof TooMuch) throw cause;
}

/** One shared error: during a flood, no stack trace is captured for each refusal. */
const TOO_MUCH = new TooMuch('More is asked for than can be done just now.');

/**
 * Milliseconds by which the answer to a refused client is delayed: refusals cost little, and a flood of
 * immediate retries would request thousands of them.
 */
export const HOLD_BACK = 200;

/** Seconds after which a refused client may try again. */
export const RETRY_AFTER = 2;

/** A task that waits. */
interface Waiting {
  start: () => void;
  refuse: () => void;
}

/**
 * The running and waiting tasks of one kind. Clients take turns: a client that requests one task does not
 * wait for all the tasks of another client.
 */
export class Lane {
  readonly #limits: LaneLimits;
  /** Waiting tasks by client; the client whose turn comes next is first. */
  readonly #queues = new Map<string, Waiting[]>();
  #waiting = 0;
  #atWork = 0;
  #refused = 0;

  constructor(limits: LaneLimits) {
    this.#limits = limits;
  }

  /** Number of refusals since the start. */
  get refused(): number {
    return this.#refused;
  }

  /**
   * Runs a task in its turn.
   * @param asker - the client's network, as {@link networkOf} names it; '' for the portal itself
   * @throws TooMuch where the queue is full, or the turn does not come in time; and what the task throws
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

  /**
   * Refuses the newest task of the client with the most waiting tasks; false where that would not be
   * fairer.
   */
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

  /** Starts the next task, after requests that memory can answer have been answered. */
  async #next(): Promise<void> {
    if (this.#waiting > 0) await nextTurn();
    const [next] = this.#queues;
    if (!next) {
      this.#atWork--;
      return;
    }
    const [asker, [first, ...rest]] = next;
    // The client moves to the end of the round.
    this.#queues.delete(asker);
    if (rest.length > 0) this.#queues.set(asker, rest);
    this.#waiting--;
    first?.start();
  }
}

/** The lanes of a process. */
export interface Lanes {
  /** Pages that are not in memory yet. */
  pages: Lane;
  /** Pages in memory that are rendered again: at most as many as readers requested before. */
  renewals: Lane;
  /** Searches. */
  searches: Lane;
  /** Route handlers that readers' pages call, and sitemaps. */
  questions: Lane;
  /** Requests to the newsroom without a valid session, mainly to sign in. */
  strangers: Lane;
  /** The check whether a session is valid. */
  sessions: Lane;
  /** Lookups of a former site's addresses. */
  redirects: Lane;
  /** Share cards and picture cuts for shared links. */
  pictures: Lane;
}

const SHORT = { waiting: 64, patience: 4000 } as const;

/**
 * Two at once use a core fully while one of them waits for the database; more would only slow each of them
 * down.
 */
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
