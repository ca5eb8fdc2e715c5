import { and, desc, eq, gte, sql } from 'drizzle-orm';
import { publication } from '../../../publication.config.ts';
import { orLeftOut } from '../../alarms.ts';
import type { ArticleCard } from '../../content/article.ts';
import { articles, viewCounts } from '../../db/schema/articles.ts';
import { categories } from '../../db/schema/categories.ts';
import { images } from '../../db/schema/images.ts';
import type { Locale } from '../../i18n/locales.ts';
import { noteRead } from '../../page-tags.ts';
import { frontTag } from '../../cache-tags.ts';
import { cardColumns, cardOf } from './cards.ts';
import { store, type Store } from '../../db/store.ts';
import { visibleAt } from '../visibility.ts';

const COUNT = 10;
/** Days that are counted, in the publication's time zone, today included. */
const DAYS = { day: 2, week: 7 } as const;
/** Seconds for which a ranking may be cached. */
const LIFETIME = 300;

/**
 * The most read articles of a recent period. Views are counted by day: today and yesterday are the nearest
 * approximation of 24 hours.
 */
export async function getMostRead(
  locale: Locale,
  period: keyof typeof DAYS,
  from: Store = store(),
): Promise<(ArticleCard & { views: number })[]> {
  noteRead([frontTag(locale)], LIFETIME);
  const { database, clock } = from;
  const now = clock.now();
  const views = sql<number>`sum(${viewCounts.views})::integer`;
  const since = sql`((${now.toISOString()}::timestamptz at time zone ${publication.timeZone})::date - ${
    DAYS[period] - 1
  }::integer)`;
  const ranked = database
    .select({ articleId: viewCounts.articleId, views: views.as('views') })
    .from(viewCounts)
    .innerJoin(articles, eq(articles.id, viewCounts.articleId))
    .where(and(gte(viewCounts.day, since), eq(articles.locale, locale), visibleAt(now)))
    .groupBy(viewCounts.articleId)
    .orderBy(desc(views))
    .limit(COUNT)
    .as('ranked');
  const rows = await database
    .select({ ...cardColumns, views: ranked.views })
    .from(ranked)
    .innerJoin(articles, eq(articles.id, ranked.articleId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .leftJoin(images, eq(images.id, articles.imageId))
    .orderBy(desc(ranked.views), desc(articles.publishedAt));
  return rows.flatMap((row) =>
    orLeftOut('list', row.id, () => ({ ...cardOf(row), views: row.views })),
  );
}
