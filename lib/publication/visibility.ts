import { sql, type SQL } from 'drizzle-orm';
import { articles } from '../db/schema/articles.ts';

/**
 * What a reader may see: the one predicate of every page, list, feed, sitemap, search and suggestion.
 * @param now - the moment of the read
 */
export function visibleAt(now: Date): SQL {
  const moment = now.toISOString();
  return sql`(${articles.status} = 'published' and ${articles.publishedAt} <= ${moment}::timestamptz
    and (${articles.embargoUntil} is null or ${articles.embargoUntil} <= ${moment}::timestamptz))`;
}
