import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/**
 * The salt for the hashes of a day's readers (`lib/views/reader-key.ts`), by days since 1970; deleted after
 * that day.
 */
export const viewSalts = pgTable('view_salts', {
  day: integer().primaryKey(),
  salt: text().notNull(),
});

/**
 * Readers counted in the last hour, as hashes, shared by all processes. The table is unlogged: a crash of the
 * database empties it, and a reader may be counted once more.
 */
export const viewReaders = pgTable(
  'view_readers',
  {
    key: text().primaryKey(),
    seenAt: moment('seen_at').notNull(),
  },
  (table) => [index('view_readers_seen').on(table.seenAt)],
);
