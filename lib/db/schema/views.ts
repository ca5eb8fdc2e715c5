import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** Under what readers of a day are hashed (`lib/views/reader-key.ts`), by days since 1970; gone with its day. */
export const viewSalts = pgTable('view_salts', {
  day: integer().primaryKey(),
  salt: text().notNull(),
});

/**
 * Who was counted in the last hour, as hashes: whichever process a reader comes to. The table is not logged: a
 * crash of the database empties it, and a reader may count once more.
 */
export const viewReaders = pgTable(
  'view_readers',
  {
    key: text().primaryKey(),
    seenAt: moment('seen_at').notNull(),
  },
  (table) => [index('view_readers_seen').on(table.seenAt)],
);
