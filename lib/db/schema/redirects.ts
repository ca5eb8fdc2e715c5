import { pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** Addresses of a former site on this domain, each with its new address. */
export const redirects = pgTable('redirects', {
  /** In the form of `redirectKey` (lib/content/front-matter/redirect.ts). */
  source: text().primaryKey(),
  /** A path on this site, or an https address. */
  target: text().notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
});
