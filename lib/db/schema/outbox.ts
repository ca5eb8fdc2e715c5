import { bigint, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/**
 * The log of events (`lib/events/events.ts`). Rows are appended under an advisory lock
 * (`lib/events/append.ts`), so that ids become visible in order and a follower's cursor never skips one.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull().defaultNow(),
    /** The event's type: `article.published`, `slug.changed` … */
    event: text().notNull(),
    /** The event's other fields; null in a row that a release without typed events has written. */
    data: jsonb(),
    /** Cache tags of the pages that it changes: for processes of a release that does not know the event. */
    tags: jsonb().$type<string[]>().notNull(),
  },
  (table) => [index('outbox_at').on(table.at)],
);

/**
 * The delivery targets of the outbox (IndexNow, a WebSub hub), and how far it was delivered to each. One
 * process at a time claims a target; the claim of a process that dies expires, and nothing is lost.
 */
export const outboxTargets = pgTable('outbox_targets', {
  target: text().primaryKey(),
  /** The id of the last row delivered. */
  cursor: bigint({ mode: 'number' }).notNull(),
  /**
   * The time of the last delivery: rows up to it count as delivered in a database that was set back. The
   * column has the name that earlier releases read it by.
   */
  readUntil: moment('released_until').notNull(),
  claimedBy: text('claimed_by'),
  claimedUntil: moment('claimed_until'),
  /** Failures since the last success, and when to try again. */
  failures: integer().notNull().default(0),
  nextTryAt: moment('next_try_at').notNull(),
  /** For the operator: why the last attempt failed, and when one last succeeded. */
  lastFailure: text('last_failure'),
  deliveredAt: moment('delivered_at'),
});
