import { setTimeout as sleep } from 'node:timers/promises';
import { setDatabaseClock } from '../clock.ts';
import type { Database } from './client.ts';
import { glanceAtOutbox, peekAtOutbox, readOutboxAfter, type Cursor } from './outbox.ts';

export interface OutboxFollower {
  /** Reads the log now: something may have been appended by this process. */
  wake(): void;
  /** Ends after the poll under way. */
  stop(): Promise<void>;
  /** Seconds since the log was last read to its end: nothing here is older than that. */
  secondsBehind(): number;
  /** Seconds that the newest row lay before it was read here; 0 before the first. */
  lastDelay(): number;
}

export interface FollowOptions {
  database: Database;
  /** Called with the tags of new rows, in order; a row may come more than once. */
  onTags: (tags: string[]) => void;
  /** Called when the log is not the one that was read: the database was restored, or another took its place. */
  onSetBack?: (facts: { cursor: number; latest: number }) => void;
  /** Called once when the database is lost, and once when it is back. */
  onHealth?: (isWell: boolean, cause?: unknown) => void;
  /**
   * Called at every poll, for what becomes due by time alone.
   * @param isChanged - whether something was appended since the last
   */
  afterPoll?: (isChanged: boolean) => Promise<void>;
  /** Milliseconds between polls. */
  interval?: number;
}

/** Rows that one poll reads; the next follows at once while there are more. */
const BATCH = 500;
/** Milliseconds: with the poll itself, what is committed is seen within half a second. */
const INTERVAL = 350;
/** Milliseconds after which the log is looked at though nothing seems to be new: another may have taken its place. */
const GLANCE_EVERY = 10_000;

/** Looks at the log's end, and sets `databaseClock` on the way. */
export async function peek(database: Database): Promise<{ last: number; now: Date }> {
  const asked = performance.now();
  const seen = await peekAtOutbox(database);
  setDatabaseClock(seen.now, performance.now() - asked);
  return seen;
}

/**
 * Follows the outbox as a log from its present end: each portal process with a cursor of its own, with no
 * broker but the database. A database that is away is asked again until it is back; nothing is skipped. One
 * that came back without the last row that was read is another one's state: then everything is forgotten, and
 * the log is followed from its new end.
 * @throws whatever the first reading of the log's end throws
 */
export async function followOutbox(options: FollowOptions): Promise<OutboxFollower> {
  const { database, onTags, onSetBack, onHealth, afterPoll, interval = INTERVAL } = options;
  let cursor: Cursor = { id: 0, at: null };
  let waking = new AbortController();
  let isStopping = false;
  let isWell = true;
  let readAt = performance.now();
  let delay = 0;
  let glancedAt = -Infinity;

  /** @returns whether anything was appended */
  async function poll(): Promise<boolean> {
    const { last: highest, now } = await peek(database);
    const startedAt = performance.now();
    if (highest === cursor.id && startedAt - glancedAt < GLANCE_EVERY) {
      readAt = startedAt;
      return false;
    }
    const { latest, isKnown } = await glanceAtOutbox(database, cursor);
    glancedAt = startedAt;
    const isChanged = !isKnown || latest.id !== cursor.id;
    if (!isKnown) {
      onSetBack?.({ cursor: cursor.id, latest: latest.id });
      cursor = latest;
    }
    while (cursor.id < latest.id) {
      const rows = await readOutboxAfter(database, cursor.id, BATCH);
      const last = rows.at(-1);
      if (!last) break;
      onTags([...new Set(rows.flatMap((row) => row.tags))]);
      cursor = { id: last.id, at: last.moment };
      delay = Math.max(0, now.getTime() - last.at.getTime()) / 1000;
    }
    readAt = performance.now();
    return isChanged;
  }

  async function run(): Promise<void> {
    while (!isStopping) {
      waking = new AbortController();
      try {
        const isChanged = await poll();
        await afterPoll?.(isChanged);
        if (!isWell) onHealth?.((isWell = true));
      } catch (cause) {
        // What comes back may be another.
        glancedAt = -Infinity;
        if (isWell) onHealth?.((isWell = false), cause);
      }
      // What was woken meanwhile does not sleep.
      await sleep(interval, undefined, { signal: waking.signal }).catch(() => {});
    }
  }

  await peek(database);
  cursor = (await glanceAtOutbox(database, cursor)).latest;
  const running = run();
  return {
    wake: () => waking.abort(),
    stop: async () => {
      isStopping = true;
      waking.abort();
      await running;
    },
    secondsBehind: () => (performance.now() - readAt) / 1000,
    lastDelay: () => delay,
  };
}
