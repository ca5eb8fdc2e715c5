import { asc, gt, max, sql } from 'drizzle-orm';
import type { Database, Transaction } from './client.ts';
import { outbox } from './schema/outbox.ts';

export interface OutboxEntry {
  /** What was done: `import`, `publish`, `withdraw` … */
  event: string;
  /** Cache tags of `lib/cache-tags.ts` that the transaction touched. */
  tags: string[];
}
export interface OutboxRow extends OutboxEntry {
  id: number;
  at: Date;
  /** The same moment as the database writes it: a Date would lose what is finer than a millisecond. */
  moment: string;
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
    .select({
      id: outbox.id,
      at: outbox.at,
      moment: sql<string>`(${outbox.at} at time zone 'UTC')::text`,
      event: outbox.event,
      tags: outbox.tags,
    })
    .from(outbox)
    .where(gt(outbox.id, cursor))
    .orderBy(asc(outbox.id))
    .limit(limit);
}

/** How far a follower has read: the last row's id, and when that was written; 0 and null before the first. */
export interface Cursor {
  id: number;
  at: string | null;
}

/** Built once: it is asked three times a second for ever. */
const PEEK = sql`select case when is_called then last_value else 0 end as last,
  (extract(epoch from clock_timestamp()) * 1000)::float8 as now from outbox_id_seq`;

/**
 * The highest id that was ever given, in the cheapest statement there is. While that is the last that was read,
 * nothing was appended; beyond it a row may be there, or be written just now, or have been rolled back.
 */
export async function peekAtOutbox(database: Database): Promise<{ last: number; now: Date }> {
  const [row] = await database.execute<{ last: string; now: number }>(PEEK);
  return { last: Number(row?.last ?? 0), now: new Date(row?.now ?? NaN) };
}

export interface Glance {
  /** The newest row. */
  latest: Cursor;
  /** Whether the row of a cursor is there, and is the one that was read. */
  isKnown: boolean;
}

/** How the log stands. */
export async function glanceAtOutbox(database: Database, cursor: Cursor): Promise<Glance> {
  const [row] = await database.execute<{
    id: string | null;
    at: string | null;
    known: string | null;
  }>(sql`
    select newest.id, (newest.at at time zone 'UTC')::text as at,
      (select (at at time zone 'UTC')::text from outbox where id = ${cursor.id}) as known
    from (select 1) as one
    left join lateral (select id, at from outbox order by id desc limit 1) as newest on true`);
  return {
    latest: { id: Number(row?.id ?? 0), at: row?.at ?? null },
    isKnown: cursor.id === 0 || (row?.known ?? null) === cursor.at,
  };
}

/**
 * Where to go on in a log that is older than a cursor: after the last row that was written before a moment.
 * @returns null while the log reaches the cursor
 */
export async function rewoundCursor(
  database: Database,
  cursor: number,
  readAt: Date,
): Promise<number | null> {
  const [row] = await database.execute<{ latest: string; before: string }>(sql`
    select coalesce(max(id), 0) as latest,
      coalesce(max(id) filter (where at <= ${readAt.toISOString()}::timestamptz), 0) as before
    from (select id, at from outbox order by id desc limit 1000) as newest`);
  const latest = Number(row?.latest ?? 0);
  return cursor <= latest ? null : Number(row?.before ?? 0);
}

/** The id of the newest row, or 0: where a follower that starts now begins. */
export async function latestOutboxId(database: Database): Promise<number> {
  const [row] = await database.select({ latest: max(outbox.id) }).from(outbox);
  return row?.latest ?? 0;
}
