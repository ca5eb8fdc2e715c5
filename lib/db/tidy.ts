import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';

/** Tables that an import fills by the thousand. */
const TABLES =
  'articles, article_search, search_words, article_authors, article_topics, view_counts, view_totals, desk_search';

/**
 * Clears away what changed rows left behind, merges what the word indexes have put off, and counts anew
 * what the planner goes by: without it a search costs eight times as much. The embedded database has
 * nobody who does it unasked; a PostgreSQL server does it in its own time, which after an import is late.
 */
export async function tidy(database: Database): Promise<void> {
  await database.execute(sql.raw(`vacuum (analyze) ${TABLES}`));
}
