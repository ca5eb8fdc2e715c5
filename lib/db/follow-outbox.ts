import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './client.ts';
import { latestOutboxId, readOutboxAfter } from './outbox.ts';

export interface OutboxFollower {
  /** Ends after the poll under way. */
  stop(): Promise<void>;
  /** Seconds since the log was last read to its end: nothing here is older than that. */
  secondsBehind(): number;
  /** Seconds that the newest row lay before it was read here; 0 before the first. */
  lastDelay(): number;
}

export interface FollowOptions {
  database: Database;
  /** Told the tags of the rows that were appended, in order; may be told of one more than once. */
  onTags: (tags: string[]) => void;
  /** Told once when the database is lost, and once when it is back. */
  onHealth?: (isWell: boolean, cause?: unknown) => void;
  /** Called at every poll, for what becomes due by time alone. */
  beforePoll?: () => Promise<void>;
  /** Milliseconds between polls. */
  interval?: number;
}

/** Rows that one poll reads; the next follows at once while there are more. */
const BATCH = 500;

/**
 * Follows the outbox as a log from its present end: each portal process with a cursor of its own, with no
 * broker but the database. A database that is away is asked again until it is back; nothing is skipped.
 * @throws whatever the first reading of the log's end throws
 */
export async function followOutbox(options: FollowOptions): Promise<OutboxFollower> {
  const { database, onTags, onHealth, beforePoll, interval = 150 } = options;
  let cursor = await latestOutboxId(database);
  const stopping = new AbortController();
  let isWell = true;
  let readAt = performance.now();
  let delay = 0;

  async function poll(): Promise<void> {
    for (;;) {
      const rows = await readOutboxAfter(database, cursor, BATCH);
      const last = rows.at(-1);
      if (last) {
        onTags([...new Set(rows.flatMap((row) => row.tags))]);
        cursor = last.id;
        delay = Math.max(0, Date.now() - last.at.getTime()) / 1000;
      }
      if (rows.length < BATCH) {
        readAt = performance.now();
        return;
      }
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await beforePoll?.();
        await poll();
        if (!isWell) onHealth?.((isWell = true));
      } catch (cause) {
        if (isWell) onHealth?.((isWell = false), cause);
      }
      await sleep(interval, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
    secondsBehind: () => (performance.now() - readAt) / 1000,
    lastDelay: () => delay,
  };
}
