import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Locale } from '../../i18n/locales.ts';

/** Who wrote; names and biographies by locale, a name in at least one. */
export const authors = pgTable('authors', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  slug: text().notNull().unique(),
  names: jsonb().$type<Partial<Record<Locale, string>>>().notNull(),
  roles: jsonb().$type<Partial<Record<Locale, string>>>().notNull().default({}),
  biographies: jsonb().$type<Partial<Record<Locale, string>>>().notNull().default({}),
  /** Addresses elsewhere that are the same person's. */
  links: jsonb().$type<string[]>().notNull().default([]),
});

/** What articles are about; names by locale, in at least one. */
export const topics = pgTable('topics', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  slug: text().notNull().unique(),
  names: jsonb().$type<Partial<Record<Locale, string>>>().notNull(),
});
