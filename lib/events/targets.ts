/**
 * For each subscriber outside the portal: how far the log was delivered, which process holds the claim, when
 * to retry.
 */
import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { latestLogId } from './log.ts';
import { outboxTargets } from '../db/schema/outbox.ts';

export type OutboxTarget = typeof outboxTargets.$inferSelect;

/**
 * Creates a target that receives events from now on; an existing one keeps its cursor.
 */
export async function ensureTarget(database: Database, target: string, now: Date): Promise<void> {
  const cursor = await latestLogId(database);
  await database
    .insert(outboxTargets)
    .values({ target, cursor, readUntil: now, nextTryAt: now })
    .onConflictDoNothing();
}

/** A target's row; null if there is none. */
export async function readTarget(database: Database, target: string): Promise<OutboxTarget | null> {
  const [row] = await database.select().from(outboxTargets).where(eq(outboxTargets.target, target));
  return row ?? null;
}

/**
 * Claims a target for one process.
 * @param claim.by - identifies the process
 * @param claim.seconds - how long the claim holds: that of a process that died expires
 * @returns the target's row, or null if another process holds it or it is not due
 */
export async function claimTarget(
  database: Database,
  target: string,
  claim: { by: string; now: Date; seconds: number },
): Promise<OutboxTarget | null> {
  const { by, now, seconds } = claim;
  const [row] = await database
    .update(outboxTargets)
    .set({ claimedBy: by, claimedUntil: new Date(now.getTime() + seconds * 1000) })
    .where(
      and(
        eq(outboxTargets.target, target),
        lte(outboxTargets.nextTryAt, now),
        or(isNull(outboxTargets.claimedUntil), lte(outboxTargets.claimedUntil, now)),
      ),
    )
    .returning();
  return row ?? null;
}

/** The outcome of a claim. */
export type Settlement =
  | {
      kind: 'delivered';
      cursor: number;
      readUntil: Date;
      now: Date;
      /** Why the target refused, for the operator. */
      refusal: string | null;
    }
  | { kind: 'failed'; reason: string; nextTryAt: Date };

/**
 * Releases a claim with its outcome; a claim that expired and was taken by another process changes nothing.
 */
export async function settleTarget(
  database: Database,
  claimed: OutboxTarget,
  settlement: Settlement,
): Promise<void> {
  const change =
    settlement.kind === 'delivered'
      ? {
          cursor: settlement.cursor,
          readUntil: settlement.readUntil,
          failures: 0,
          lastFailure: settlement.refusal,
          deliveredAt: settlement.now,
        }
      : {
          failures: sql`${outboxTargets.failures} + 1`,
          lastFailure: settlement.reason,
          nextTryAt: settlement.nextTryAt,
        };
  await database
    .update(outboxTargets)
    .set({ ...change, claimedBy: null, claimedUntil: null })
    .where(
      and(
        eq(outboxTargets.target, claimed.target),
        eq(outboxTargets.claimedBy, claimed.claimedBy ?? ''),
      ),
    );
}
