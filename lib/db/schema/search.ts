import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { LOCALES } from '../../i18n/locales.ts';
import { articles } from './articles.ts';
import { tsvector } from './columns.ts';

/** The searchable words of an article, normalised by `lib/content/search-text.ts`. */
export const articleSearch = pgTable(
  'article_search',
  {
    articleId: integer('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    locale: text({ enum: LOCALES }).notNull(),
    document: tsvector().notNull(),
    /** The headline, normalised: for suggestions by trigram and prefix. */
    headline: text().notNull(),
    /** The version of the rules that normalised it; an older one is indexed again. */
    rules: integer().notNull().default(0),
  },
  (table) => [
    index('article_search_document').using('gin', table.document),
    index('article_search_headline').using('gin', table.headline.op('gin_trgm_ops')),
  ],
);

/** Words that occur in a locale's articles, for spelling suggestions. `articles` is an upper bound. */
export const searchWords = pgTable(
  'search_words',
  {
    locale: text({ enum: LOCALES }).notNull(),
    /** The normalised form. */
    word: text().notNull(),
    /** The spelling for display, as readers write it; null in rows from an older release. */
    spelling: text(),
    articles: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.locale, table.word] }),
    index('search_words_word').using('gin', table.word.op('gin_trgm_ops')),
  ],
);
