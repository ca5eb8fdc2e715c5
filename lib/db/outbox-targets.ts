/** How far each outsider was told of the outbox; who may tell it just now; when to try again. */
import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { latestOutboxId } from './outbox.ts';
import { outboxTargets } from './schema/outbox.ts';

export type OutboxTarget = typeof outboxTargets.$inferSelect;

/** Makes a target that is told from now on; one that is there keeps its place. */
export async function ensureTarget(database: Database, target: string, now: Date): Promise<void> {
  const cursor = await latestOutboxId(database);
  await database
    .insert(outboxTargets)
    .values({ target, cursor, releasedUntil: now, nextTryAt: now })
    .onConflictDoNothing();
}

/** A target as it stands; null for one that was never made. */
export async function readTarget(database: Database, target: string): Promise<OutboxTarget | null> {
  const [row] = await database.select().from(outboxTargets).where(eq(outboxTargets.target, target));
  return row ?? null;
}

/**
 * Claims a target for one process.
 * @param claim.by - a name that no other process has
 * @param claim.seconds - after which another may take it: the claim of a process that died runs out
 * @returns the target as it stands now, or null where it is another's or not due
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

/** What became of a claim. */
export type Settlement =
  | {
      kind: 'told';
      cursor: number;
      releasedUntil: Date;
      now: Date;
      /** What the target would not have, for the operator. */
      refusal: string | null;
    }
  | { kind: 'failed'; reason: string; nextTryAt: Date };

/** Gives a claim back; one that ran out meanwhile and was taken by another changes nothing. */
export async function settleTarget(
  database: Database,
  claimed: OutboxTarget,
  settlement: Settlement,
): Promise<void> {
  const change =
    settlement.kind === 'told'
      ? {
          cursor: settlement.cursor,
          releasedUntil: settlement.releasedUntil,
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
