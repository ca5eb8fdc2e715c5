import { integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { LOCALES } from '../../i18n/locales.ts';
import { articles } from './articles.ts';
import { moment } from './columns.ts';

/**
 * The editors' settings for a locale's front page; a locale without a row follows the automatic rule alone.
 */
export const fronts = pgTable('fronts', {
  locale: text({ enum: LOCALES }).primaryKey(),
  /** Incremented by every change: a change that is based on an older version is refused. */
  version: integer().notNull().default(0),
  /** The breaking-news line; there is none if it is null or its end has passed. */
  breakingText: text('breaking_text'),
  breakingArticleId: integer('breaking_article_id').references(() => articles.id, {
    onDelete: 'set null',
  }),
  breakingUntil: moment('breaking_until'),
});

/** Articles with an assigned place at the top of a locale's front page, each until its end. */
export const frontPins = pgTable(
  'front_pins',
  {
    locale: text({ enum: LOCALES }).notNull(),
    /** 0 is the lead; the others are shown beside it, in their order. */
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
