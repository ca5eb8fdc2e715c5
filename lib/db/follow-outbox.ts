import { setTimeout as sleep } from 'node:timers/promises';
import { setDatabaseClock } from '../clock.ts';
import type { Database } from './client.ts';
import { glanceAtOutbox, peekAtOutbox, readOutboxAfter, type Cursor } from './outbox.ts';

export interface OutboxFollower {
  /** Reads the log now: this process may have appended something. */
  wake(): void;
  /** Stops after the current poll. */
  stop(): Promise<void>;
  /** Seconds since the log was last read to its end: this process's data is at most that old. */
  secondsBehind(): number;
  /** Seconds between the newest row's own time and its reading here; 0 before the first. */
  lastDelay(): number;
}

export interface FollowOptions {
  database: Database;
  /** Called with the tags of new rows, in order; a row may be reported more than once. */
  onTags: (tags: string[]) => void;
  /** Called when the log is not the one that was read before: the database was restored or replaced. */
  onSetBack?: (facts: { cursor: number; latest: number }) => void;
  /** Called once when the connection to the database is lost, and once when it is back. */
  onHealth?: (isWell: boolean, cause?: unknown) => void;
  /**
   * Called at every poll, for what becomes due by time alone.
   * @param isChanged - whether something was appended since the last poll
   */
  afterPoll?: (isChanged: boolean) => Promise<void>;
  /** Milliseconds between polls. */
  interval?: number;
}

/** Rows per poll; the next poll follows at once while there are more. */
const BATCH = 500;
/** Milliseconds: together with the poll itself, committed rows are seen within half a second. */
const INTERVAL = 350;
/**
 * Milliseconds after which the log is checked even if nothing seems new: the database may have been replaced.
 */
const GLANCE_EVERY = 10_000;

/** Reads the id at the log's end, and sets `databaseClock` from the same query. */
export async function peek(database: Database): Promise<{ last: number; now: Date }> {
  const asked = performance.now();
  const seen = await peekAtOutbox(database);
  setDatabaseClock(seen.now, performance.now() - asked);
  return seen;
}

/**
 * Follows the outbox as a log from its present end: each portal process has its own cursor, and there is no
 * broker except the database. A database that is down is polled until it is back; nothing is skipped. If it
 * comes back without the last row that was read, it is in another state: then everything is invalidated, and
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
        // The database that comes back may be another one.
        glancedAt = -Infinity;
        if (isWell) onHealth?.((isWell = false), cause);
      }
      // After a wake-up during the poll there is no sleep.
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
