import { integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { LOCALES } from '../../i18n/locales.ts';
import { articles } from './articles.ts';
import { moment } from './columns.ts';

/** What somebody decided of a locale's front; a locale without a row is made by rule alone. */
export const fronts = pgTable('fronts', {
  locale: text({ enum: LOCALES }).primaryKey(),
  /** Grows with every change: one that began from an older state is refused. */
  version: integer().notNull().default(0),
  /** The breaking-news line; none where it is null or its end has passed. */
  breakingText: text('breaking_text'),
  breakingArticleId: integer('breaking_article_id').references(() => articles.id, {
    onDelete: 'set null',
  }),
  breakingUntil: moment('breaking_until'),
});

/** Articles that were given a place at the top of a locale's front, each until its end. */
export const frontPins = pgTable(
  'front_pins',
  {
    locale: text({ enum: LOCALES }).notNull(),
    /** 0 leads; the others stand beside it, in their order. */
    position: integer().notNull(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    until: moment('until').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.locale, table.position] }),
    unique('front_pins_locale_article').on(table.locale, table.articleId),
  ],
);
