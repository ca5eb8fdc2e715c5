import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { articles } from '../db/schema/articles.ts';

/**
 * The condition for an article to be visible to readers: the only such condition, for every page, list, feed,
 * sitemap, search and suggestion.
 * @param now - the time of the read
 * @param table - the table's alias, when a statement reads the table under another name
 */
export function visibleAt(
  now: Date,
  table: Record<'status' | 'publishedAt' | 'embargoUntil', AnyPgColumn> = articles,
): SQL {
  const moment = now.toISOString();
  return sql`(${table.status} = 'published' and ${table.publishedAt} <= ${moment}::timestamptz
    and (${table.embargoUntil} is null or ${table.embargoUntil} <= ${moment}::timestamptz))`;
}

/**
 * The condition for a withdrawn article that was visible before. An article withdrawn before its publication
 * time or under its embargo was never visible: its address would reveal its headline, and must not become
 * known.
 */
export const wasOut = sql<boolean>`(${articles.status} = 'withdrawn'
  and coalesce(greatest(${articles.publishedAt}, ${articles.embargoUntil}) <= ${articles.listedAt}, true))`;
