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

/**
 * What was out and is withdrawn. What was withdrawn before its moment or under its embargo was never out: its
 * address tells of its headline, and nobody is told of it.
 */
export const wasOut = sql<boolean>`(${articles.status} = 'withdrawn'
  and coalesce(greatest(${articles.publishedAt}, ${articles.embargoUntil}) <= ${articles.listedAt}, true))`;
