/** A source of the present time, so that tests can hold it still. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** Milliseconds that the database's time may be off what was taken for it: an answer's way is never told exactly. */
const NEAR_ENOUGH = 100;

/** Milliseconds since the epoch, by a clock that nobody sets while the process runs. */
const steady = (): number => performance.timeOrigin + performance.now();

/** One offset a process: the framework bundles copies of this file, and they share it. */
const KEY = Symbol.for('caliber.clock');
const shared = globalThis as { [KEY]?: { ahead: number | null } };
const known = (shared[KEY] ??= { ahead: null });

/**
 * The database's time, by which everything is decided that readers see and when: portals whose machines
 * disagree show the same. Until the database has said it, the machine's own.
 */
export const databaseClock: Clock = {
  now: () => (known.ahead === null ? new Date() : new Date(steady() + known.ahead)),
};

/**
 * Sets {@link databaseClock}.
 * @param now - what the database said
 * @param took - milliseconds that it took to answer; half of them have passed since
 */
export function setDatabaseClock(now: Date, took: number): void {
  const ahead = now.getTime() + took / 2 - steady();
  if (known.ahead === null || Math.abs(ahead - known.ahead) > NEAR_ENOUGH + took / 2)
    known.ahead = ahead;
}

/**
 * A clock that stands still until it is moved.
 * @param start - the first answer
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
