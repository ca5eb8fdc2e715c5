import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Locale } from '../../i18n/locales.ts';

/** Authors; names and biographies by locale, a name in at least one. */
export const authors = pgTable('authors', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  slug: text().notNull().unique(),
  names: jsonb().$type<Partial<Record<Locale, string>>>().notNull(),
  roles: jsonb().$type<Partial<Record<Locale, string>>>().notNull().default({}),
  biographies: jsonb().$type<Partial<Record<Locale, string>>>().notNull().default({}),
  /** The same person's addresses on other sites. */
  links: jsonb().$type<string[]>().notNull().default([]),
});

/** Topics of articles; names by locale, in at least one. */
export const topics = pgTable('topics', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  slug: text().notNull().unique(),
  names: jsonb().$type<Partial<Record<Locale, string>>>().notNull(),
});
