import { createHash } from 'node:crypto';
import { inArray, lt, sql } from 'drizzle-orm';
import { signInAttempts } from '../db/schema/newsroom.ts';
import type { Store } from './store.ts';

const QUARTER = 15 * 60_000;
const HOUR = 4 * QUARTER;
const DAY = 24 * HOUR;

/** How many tries there are in how many milliseconds. */
const LIMITS = {
  /** At one account from one network: who guesses is slowed, and its owner elsewhere is not. */
  pair: { tries: 10, window: QUARTER },
  /** From one network; many people may share one. */
  address: { tries: 60, window: QUARTER },
  /** At one account from all networks together, but not from browsers that its owner has signed in by. */
  account: { tries: 100, window: HOUR },
  /** From such a browser, which no stranger's tries count against. */
  device: { tries: 10, window: QUARTER },
  /** Codes of a second factor, right password and all: a day's luck with six digits is one in ten thousand. */
  code: { tries: 30, window: DAY },
  /** One's own password, asked again. */
  password: { tries: 10, window: QUARTER },
  /** Letters to one account, and requests for them from one address. */
  letter: { tries: 3, window: HOUR },
  'letter-address': { tries: 20, window: HOUR },
} as const;
const LONGEST = DAY;

export interface Try {
  kind: keyof typeof LIMITS;
  /** An e-mail in small letters, a network, both, a browser, or an account's id. */
  of: string | number;
}

const keyOf = ({ kind, of }: Try) =>
  `${kind}:${createHash('sha256').update(String(of)).digest('base64url')}`;

/**
 * Counts tries before they are made, so that guesses made at once count too. The count is the database's: all
 * instances share it, and a restart forgets nothing. A try that is refused writes nothing, whoever tries how
 * often: not to the count that is full, nor to those behind it.
 * @returns whether all of them may be made
 */
export async function countTries(
  tries: readonly Try[],
  { database, clock }: Store,
): Promise<boolean> {
  const now = clock.now();
  // One statement each: no two requests ever wait for each other's rows in a circle.
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

/** Forgets what a right password or code made good, and what is too old to count. */
export async function forgiveTries(
  tries: readonly Try[],
  { database, clock }: Store,
): Promise<void> {
  await database.delete(signInAttempts).where(inArray(signInAttempts.key, tries.map(keyOf)));
  await database
    .delete(signInAttempts)
    .where(lt(signInAttempts.since, new Date(clock.now().getTime() - LONGEST)));
}
