import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Locale } from '../../i18n/locales.ts';

/** Sections of the publication, copied from `publication.config.ts` by every migration run. */
export const categories = pgTable('categories', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  slug: text().notNull().unique(),
  position: integer().notNull(),
  names: jsonb().$type<Record<Locale, string>>().notNull(),
  descriptions: jsonb().$type<Record<Locale, string>>().notNull(),
});
