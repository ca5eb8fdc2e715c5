import { pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** Addresses of a site that stood here before, each with the one it leads to now. */
export const redirects = pgTable('redirects', {
  /** In the form of `redirectKey` (lib/content/front-matter/redirect.ts). */
  source: text().primaryKey(),
  /** A path of ours, or an https address. */
  target: text().notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
});
