import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { articles } from '../db/schema/articles.ts';

/**
 * What a reader may see: the one predicate of every page, list, feed, sitemap, search and suggestion.
 * @param now - the moment of the read
 * @param told - the table, where a statement reads it under another name
 */
export function visibleAt(
  now: Date,
  told: Record<'status' | 'publishedAt' | 'embargoUntil', AnyPgColumn> = articles,
): SQL {
  const moment = now.toISOString();
  return sql`(${told.status} = 'published' and ${told.publishedAt} <= ${moment}::timestamptz
    and (${told.embargoUntil} is null or ${told.embargoUntil} <= ${moment}::timestamptz))`;
}
