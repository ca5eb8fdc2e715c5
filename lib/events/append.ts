import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { outbox } from '../db/schema/outbox.ts';
import { EVENTS, tagsOf, type PortalEvent } from './events.ts';

/** The number of an advisory lock; any number that this code base does not use elsewhere. */
const APPEND_LOCK = 72_190_402;

/**
 * Appends an event to the log, in the transaction that makes it true. Writers that append wait for each other
 * until they commit, so that ids become visible in order and a follower's cursor never skips one: append at
 * the end of the transaction. The row has the event's cache tags too, for processes of a release that does
 * not know the event.
 */
export async function append(tx: Transaction, event: PortalEvent): Promise<void> {
  const { type, ...data } = event;
  await tx.execute(sql`select pg_advisory_xact_lock(${APPEND_LOCK})`);
  await tx
    .insert(outbox)
    .values({ event: type, tags: tagsOf(event), data: EVENTS[type].schema.parse(data) });
}
