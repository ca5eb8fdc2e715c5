import { index, integer, pgTable } from 'drizzle-orm/pg-core';
import { articles } from './articles.ts';
import { tsvector } from './columns.ts';

/**
 * The words of every article's newest revision, drafts included: for the desk. A separate table, so that no
 * query for readers can reach it: only `lib/newsroom` imports this file, which a test enforces.
 */
export const deskSearch = pgTable(
  'desk_search',
  {
    articleId: integer('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    document: tsvector().notNull(),
    /** The version of the rules that normalised it; a row with an older one is indexed again. */
    rules: integer().notNull().default(0),
  },
  (table) => [index('desk_search_document').using('gin', table.document)],
);
