import { index, integer, pgTable } from 'drizzle-orm/pg-core';
import { articles } from './articles.ts';
import { tsvector } from './columns.ts';

/**
 * The words of every article's newest revision, drafts and all: for the desk. A table of its own, so that no
 * read of the publication can come upon it: only `lib/newsroom` imports this file, which a test holds.
 */
export const deskSearch = pgTable(
  'desk_search',
  {
    articleId: integer('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    document: tsvector().notNull(),
    /** The version of the rules that normalised it; an older one is indexed again. */
    rules: integer().notNull().default(0),
  },
  (table) => [index('desk_search_document').using('gin', table.document)],
);
