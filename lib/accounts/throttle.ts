import { createHash } from 'node:crypto';
import { inArray, lt, sql } from 'drizzle-orm';
import { signInAttempts } from '../db/schema/newsroom.ts';
import { store, type Store } from '../db/store.ts';

const QUARTER = 15 * 60_000;
const HOUR = 4 * QUARTER;
const DAY = 24 * HOUR;

/** The allowed number of attempts in a window in milliseconds. */
const LIMITS = {
  /** On one account from one network: an attacker is slowed, the owner in another network is not. */
  pair: { tries: 10, window: QUARTER },
  /** From one network; many people may share one. */
  address: { tries: 60, window: QUARTER },
  /** On one account from all networks together, except from browsers in which its owner has signed in. */
  account: { tries: 100, window: HOUR },
  /** From such a browser; attempts of strangers do not count against it. */
  device: { tries: 10, window: QUARTER },
  /**
   * Codes of a second factor, after the right password: a day of guessing six digits succeeds once in ten
   * thousand.
   */
  code: { tries: 30, window: DAY },
  /** The user's own password, entered again. */
  password: { tries: 10, window: QUARTER },
  /** E-mails to one account, and requests for them from one address. */
  letter: { tries: 3, window: HOUR },
  'letter-address': { tries: 20, window: HOUR },
} as const;
const LONGEST = DAY;

export interface Try {
  kind: keyof typeof LIMITS;
  /** An e-mail address in lower case, a network, both, a browser, or an account's id. */
  of: string | number;
}

const keyOf = ({ kind, of }: Try) =>
  `${kind}:${createHash('sha256').update(String(of)).digest('base64url')}`;

/**
 * Counts attempts before they are made, so that concurrent guesses count too. The counters are in the
 * database: all instances share them, and they survive a restart. A refused attempt writes nothing, however
 * often it is repeated: neither to the full counter nor to those after it.
 * @returns whether all of the attempts may be made
 */
export async function countTries(
  tries: readonly Try[],
  { database, clock }: Store = store(),
): Promise<boolean> {
  const now = clock.now();
  // One statement each, so that two requests cannot deadlock.
  for (const one of tries) {
    const { tries: most, window } = LIMITS[one.kind];
    const isOver = sql`${signInAttempts.since} < ${new Date(now.getTime() - window).toISOString()}::timestamptz`;
    const [count] = await database
      .insert(signInAttempts)
      .values({ key: keyOf(one), attempts: 1, since: now })
      .onConflictDoUpdate({
        target: signInAttempts.key,
        set: {
          attempts: sql`case when ${isOver} then 1 else ${signInAttempts.attempts} + 1 end`,
          since: sql`case when ${isOver} then excluded.since else ${signInAttempts.since} end`,
        },
        setWhere: sql`${isOver} or ${signInAttempts.attempts} < ${most}`,
      })
      .returning({ key: signInAttempts.key });
    if (!count) return false;
  }
  return true;
}

/** Deletes the counters of a successful sign-in or code, and the counters that are too old to count. */
export async function forgiveTries(
  tries: readonly Try[],
  { database, clock }: Store,
): Promise<void> {
  await database.delete(signInAttempts).where(inArray(signInAttempts.key, tries.map(keyOf)));
  await database
    .delete(signInAttempts)
    .where(lt(signInAttempts.since, new Date(clock.now().getTime() - LONGEST)));
}
