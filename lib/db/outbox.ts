import { asc, gt, max, sql } from 'drizzle-orm';
import type { Database, Transaction } from './client.ts';
import { outbox } from './schema/outbox.ts';

export interface OutboxEntry {
  /** What was done: `import`, `publish`, `withdraw` … */
  event: string;
  /** Cache tags of `lib/publication/cache-tags.ts` that the transaction touched. */
  tags: string[];
}
export interface OutboxRow extends OutboxEntry {
  id: number;
  at: Date;
}

/** An advisory lock's number, any that nothing else of ours uses. */
const APPEND_LOCK = 72_190_402;

/**
 * Appends a row in the caller's transaction. Writers that append wait for each other until they commit,
 * so that ids become visible in their order and a follower's cursor never passes one by: append last.
 */
export async function appendOutbox(tx: Transaction, entry: OutboxEntry): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${APPEND_LOCK})`);
  await tx.insert(outbox).values({ event: entry.event, tags: [...new Set(entry.tags)] });
}

/**
 * The rows after a cursor, oldest first.
 * @param cursor - id of the last row that was read; 0 before the first
 */
export async function readOutboxAfter(
  database: Database,
  cursor: number,
  limit: number,
): Promise<OutboxRow[]> {
  return database
    .select({ id: outbox.id, at: outbox.at, event: outbox.event, tags: outbox.tags })
    .from(outbox)
    .where(gt(outbox.id, cursor))
    .orderBy(asc(outbox.id))
    .limit(limit);
}

/** The id of the newest row, or 0: where a follower that starts now begins. */
export async function latestOutboxId(database: Database): Promise<number> {
  const [row] = await database.select({ latest: max(outbox.id) }).from(outbox);
  return row?.latest ?? 0;
}
