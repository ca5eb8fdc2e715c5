import { createHash } from 'node:crypto';
import { inArray, lt, sql } from 'drizzle-orm';
import { signInAttempts } from '../db/schema/newsroom.ts';
import type { Store } from './store.ts';

/** Milliseconds in which attempts are counted together. */
const WINDOW = 15 * 60_000;
/** Attempts in one window; many people may share an address. */
const LIMITS = { account: 10, address: 60 } as const;

export interface Attempt {
  /** In small letters. */
  email: string;
  /** Of the network; as the door saw it. */
  address: string;
}

const keyOf = (kind: keyof typeof LIMITS, value: string) =>
  `${kind}:${createHash('sha256').update(value).digest('base64url')}`;

/**
 * Counts an attempt before it is made, so that guesses made at once count too. The count is the database's:
 * all instances share it, and a restart forgets nothing.
 * @returns whether the attempt may be made
 */
export async function countAttempt(attempt: Attempt, { database, clock }: Store): Promise<boolean> {
  const now = clock.now();
  const start = new Date(now.getTime() - WINDOW);
  const counts = await database
    .insert(signInAttempts)
    .values([
      { key: keyOf('account', attempt.email), attempts: 1, since: now },
      { key: keyOf('address', attempt.address), attempts: 1, since: now },
    ])
    .onConflictDoUpdate({
      target: signInAttempts.key,
      set: {
        attempts: sql`case when ${signInAttempts.since} < ${start.toISOString()}::timestamptz
          then 1 else ${signInAttempts.attempts} + 1 end`,
        since: sql`case when ${signInAttempts.since} < ${start.toISOString()}::timestamptz
          then excluded.since else ${signInAttempts.since} end`,
      },
    })
    .returning({ key: signInAttempts.key, attempts: signInAttempts.attempts });
  return counts.every(
    ({ key, attempts }) => attempts <= LIMITS[key.startsWith('account') ? 'account' : 'address'],
  );
}

/** Forgets what a right password made good, and what is too old to count. */
export async function forgiveAttempts(attempt: Attempt, { database, clock }: Store): Promise<void> {
  await database
    .delete(signInAttempts)
    .where(inArray(signInAttempts.key, [keyOf('account', attempt.email)]));
  await database
    .delete(signInAttempts)
    .where(lt(signInAttempts.since, new Date(clock.now().getTime() - WINDOW)));
}
