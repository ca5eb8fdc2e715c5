/** A source of the current time, so that tests can stop it. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/**
 * Milliseconds by which the database's time may differ from the known offset before the offset is
 * corrected: the network time of an answer is never known exactly.
 */
const NEAR_ENOUGH = 100;

/** Milliseconds since the epoch, by a monotonic clock, which nobody sets while the process runs. */
const steady = (): number => performance.timeOrigin + performance.now();

/** One offset per process: the framework bundles copies of this file, and they share it. */
const KEY = Symbol.for('caliber.clock');
const shared = globalThis as { [KEY]?: { ahead: number | null } };
const known = (shared[KEY] ??= { ahead: null });

/**
 * The database's time. It decides what readers see and when, so that processes whose machines disagree show
 * the same. The machine's own time until the database has answered.
 */
export const databaseClock: Clock = {
  now: () => (known.ahead === null ? new Date() : new Date(steady() + known.ahead)),
};

/**
 * Sets {@link databaseClock}.
 * @param now - the time that the database returned
 * @param took - milliseconds that the query took; half of them are assumed to have passed since `now`
 */
export function setDatabaseClock(now: Date, took: number): void {
  const ahead = now.getTime() + took / 2 - steady();
  if (known.ahead === null || Math.abs(ahead - known.ahead) > NEAR_ENOUGH + took / 2)
    known.ahead = ahead;
}

/**
 * Moves {@link databaseClock} forward to a time that the database has reached; never back. Without it, a page
 * that is rendered because an embargo has ended could be rendered for the time before, within the tolerance.
 * @param now - the time that the database has just returned
 */
export function noteDatabaseTime(now: Date): void {
  if (known.ahead !== null) known.ahead = Math.max(known.ahead, now.getTime() - steady());
}

/**
 * A clock that stands still until it is advanced.
 * @param start - the time that it returns first
 */
export function fixedClock(start: Date): Clock & { advance(milliseconds: number): void } {
  let current = start.getTime();
  return {
    now: () => new Date(current),
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
}
