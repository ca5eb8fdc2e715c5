import { noteDatabaseTime, setDatabaseClock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { startJob } from '../job.ts';
import { glanceAtLog, peekAtLog, readLogAfter, type Cursor, type LogRow } from './log.ts';

export interface Follower {
  /** Reads the log now: this process may have appended something. */
  readNow(): void;
  /** Stops after the current poll. */
  stop(): Promise<void>;
  /** Seconds since the log was last read to its end: this process's data is at most that old. */
  secondsBehind(): number;
  /** Seconds between the newest row's own time and its reading here; 0 before the first. */
  lastDelay(): number;
}

export interface FollowOptions {
  database: Database;
  /** Called with new rows, in order; a row may be reported more than once. */
  onRows: (rows: readonly LogRow[]) => void;
  /** Called when the log is not the one that was read before: the database was restored or replaced. */
  onSetBack?: (facts: { cursor: number; latest: number }) => void;
  /** Called once when the connection to the database is lost, and once when it is back. */
  onHealth?: (isWell: boolean, cause?: unknown) => void;
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
  const seen = await peekAtLog(database);
  setDatabaseClock(seen.now, performance.now() - asked);
  return seen;
}

/**
 * Follows the log of events from its present end: each portal process has its own cursor, and there is no
 * broker except the database. A database that is down is polled until it is back; nothing is skipped. If it
 * comes back without the last row that was read, it is in another state: then everything is invalidated, and
 * the log is followed from its new end.
 * @throws whatever the first reading of the log's end throws
 */
export async function follow(options: FollowOptions): Promise<Follower> {
  const { database, onRows, onSetBack, onHealth, interval = INTERVAL } = options;
  let cursor: Cursor = { id: 0, at: null };
  let isWell = true;
  let readAt = performance.now();
  let delay = 0;
  let glancedAt = -Infinity;

  async function poll(): Promise<void> {
    const { last: highest, now } = await peek(database);
    const startedAt = performance.now();
    if (highest === cursor.id && startedAt - glancedAt < GLANCE_EVERY) {
      readAt = startedAt;
      return;
    }
    const { latest, isKnown } = await glanceAtLog(database, cursor);
    glancedAt = startedAt;
    if (!isKnown) {
      onSetBack?.({ cursor: cursor.id, latest: latest.id });
      cursor = latest;
    }
    while (cursor.id < latest.id) {
      const rows = await readLogAfter(database, cursor.id, BATCH);
      const last = rows.at(-1);
      if (!last) break;
      // A page that is rendered for these rows must see the time at which they were true.
      noteDatabaseTime(last.readAt);
      onRows(rows);
      cursor = { id: last.id, at: last.moment };
      delay = Math.max(0, now.getTime() - last.at.getTime()) / 1000;
    }
    readAt = performance.now();
  }

  await peek(database);
  cursor = (await glanceAtLog(database, cursor)).latest;
  const job = startJob({
    run: async () => {
      await poll();
      if (!isWell) onHealth?.((isWell = true));
    },
    every: interval,
    onError: (cause) => {
      // The database that comes back may be another one.
      glancedAt = -Infinity;
      if (isWell) onHealth?.((isWell = false), cause);
    },
  });
  return {
    readNow: job.runNow,
    stop: job.stop,
    secondsBehind: () => (performance.now() - readAt) / 1000,
    lastDelay: () => delay,
  };
}
