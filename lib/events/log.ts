/** Reads the log of events, the table `outbox`. */
import { asc, gt, max, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { outbox } from '../db/schema/outbox.ts';
import { earlierEvent } from './earlier-rows.ts';
import { parseEvent, tagsOf, type PortalEvent } from './events.ts';

export interface LogRow {
  id: number;
  at: Date;
  /** The same time in the database's own format: a Date would lose the digits below a millisecond. */
  moment: string;
  /** Null when this release does not know the event: a newer one has written it. */
  event: PortalEvent | null;
  /** Cache tags of the pages that it changes. */
  tags: string[];
  /** The database's time at the reading. */
  readAt: Date;
}

/**
 * The rows after a cursor, oldest first.
 * @param cursor - id of the last row that was read; 0 before the first
 */
export async function readLogAfter(
  database: Database,
  cursor: number,
  limit: number,
): Promise<LogRow[]> {
  const rows = await database
    .select({
      id: outbox.id,
      at: outbox.at,
      moment: sql<string>`(${outbox.at} at time zone 'UTC')::text`,
      type: outbox.event,
      data: outbox.data,
      tags: outbox.tags,
      readAt: sql<number>`(extract(epoch from clock_timestamp()) * 1000)::float8`,
    })
    .from(outbox)
    .where(gt(outbox.id, cursor))
    .orderBy(asc(outbox.id))
    .limit(limit);
  return rows.map(({ type, data, tags, readAt, ...row }) => {
    const event = data === null ? earlierEvent(tags) : parseEvent(type, data);
    return { ...row, event, tags: event ? tagsOf(event) : tags, readAt: new Date(readAt) };
  });
}

/** How far a follower has read: the last row's id, and when that was written; 0 and null before the first. */
export interface Cursor {
  id: number;
  at: string | null;
}

/** Built once: it is sent three times a second. */
const PEEK = sql`select case when is_called then last_value else 0 end as last,
  (extract(epoch from clock_timestamp()) * 1000)::float8 as now from outbox_id_seq`;

/**
 * Reads the highest id that was ever assigned, with the cheapest possible statement. While it equals the last
 * id that was read, nothing was appended; if it is higher, a row may exist, may be uncommitted, or may have
 * been rolled back.
 */
export async function peekAtLog(database: Database): Promise<{ last: number; now: Date }> {
  const [row] = await database.execute<{ last: string; now: number }>(PEEK);
  return { last: Number(row?.last ?? 0), now: new Date(row?.now ?? NaN) };
}

export interface Glance {
  /** The newest row. */
  latest: Cursor;
  /** Whether the row at the cursor exists and is the one that was read. */
  isKnown: boolean;
}

/** The state of the log: its newest row, and whether a cursor belongs to it. */
export async function glanceAtLog(database: Database, cursor: Cursor): Promise<Glance> {
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
 * Where to continue in a log that ends before the cursor: after the last row that was written up to a given
 * time.
 * @param cursor - id of the last row that was read
 * @param readAt - the time up to which rows count as read
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

/** The id of the newest row, or 0: where a new follower starts. */
export async function latestLogId(database: Database): Promise<number> {
  const [row] = await database.select({ latest: max(outbox.id) }).from(outbox);
  return row?.latest ?? 0;
}
