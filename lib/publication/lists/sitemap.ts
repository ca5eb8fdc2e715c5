import { and, asc, desc, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { Picture } from '../../content/article.ts';
import { focusOf } from '../../content/body/picture.ts';
import { articles } from '../../db/schema/articles.ts';
import { categories } from '../../db/schema/categories.ts';
import { images } from '../../db/schema/images.ts';
import { authors, topics } from '../../db/schema/people.ts';
import type { Locale } from '../../i18n/locales.ts';
import { noteRead } from '../../page-tags.ts';
import { frontTag, PUBLICATION_TAG } from '../../cache-tags.ts';
import { store, type Store } from '../../db/store.ts';
import { visibleAt } from '../visibility.ts';

/** A month of a locale's articles, by the UTC month of their publication. */
export interface SitemapMonth {
  /** `2026-11` */
  month: string;
  count: number;
  /** When the list last changed: an article was added, removed, moved or changed; ISO 8601. */
  changedAt: string;
}

export interface SitemapRow {
  id: number;
  slug: string;
  /** `updatedAt`, or `publishedAt` of an article that was never updated; ISO 8601. */
  changedAt: string;
  image: Pick<Picture, 'imageId' | 'focus'> | null;
}

/** Rows in memory at the same time. */
const BATCH = 2000;

const changedAt = sql<string>`coalesce(${articles.updatedAt}, ${articles.publishedAt})`;
const iso = (moment: SQL<string>) =>
  sql<string>`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/**
 * When a list of articles last changed. A withdrawal changes it too: otherwise the time would go back, and
 * crawlers would keep articles that no longer exist.
 */
const listChangedAt = (now: Date) =>
  iso(sql`max(case when ${articles.status} = 'withdrawn' then ${articles.listedAt}
    else greatest(${articles.listedAt}, ${articles.publishedAt}, ${articles.embargoUntil}) end)
    filter (where ${articles.status} = 'withdrawn' or ${visibleAt(now)})`);
const isListed = inArray(articles.status, ['published', 'withdrawn']);

/** The months in which a locale published something, newest first. Tag: the front. */
export async function listSitemapMonths(
  locale: Locale,
  { database, clock }: Store = store(),
): Promise<SitemapMonth[]> {
  noteRead([frontTag(locale)]);
  const month = sql<string>`to_char(${articles.publishedAt} at time zone 'UTC', 'YYYY-MM')`;
  const now = clock.now();
  const count = sql<number>`(count(*) filter (where ${visibleAt(now)}))::integer`;
  return database
    .select({ month: month.as('month'), count, changedAt: listChangedAt(now) })
    .from(articles)
    .where(and(eq(articles.locale, locale), isListed))
    .groupBy(sql`1`)
    .having(sql`${count} > 0`)
    .orderBy(sql`1 desc`);
}

const inMonth = (locale: Locale, month: string): SQL | undefined => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return and(
    eq(articles.locale, locale),
    gte(articles.publishedAt, new Date(Date.UTC(year, number - 1))),
    lt(articles.publishedAt, new Date(Date.UTC(year, number))),
  );
};

/**
 * A short text that changes whenever a month's list changes, and the time of the last change.
 * @param month - as in {@link SitemapMonth}
 * @returns null when the month has no articles
 */
export async function sitemapMark(
  locale: Locale,
  month: string,
  { database, clock }: Store = store(),
): Promise<{ count: number; mark: string; changedAt: string } | null> {
  const now = clock.now();
  const seen = sql`filter (where ${visibleAt(now)})`;
  const [row] = await database
    .select({
      count: sql<number>`(count(*) ${seen})::integer`,
      mark: sql<string>`(sum(hashtextextended(${articles.id} || ' ' || ${articles.version}, 0)::numeric) ${seen})::text`,
      changedAt: listChangedAt(now),
    })
    .from(articles)
    .where(and(inMonth(locale, month), isListed));
  return row && row.count > 0 ? row : null;
}

/**
 * A month's articles in the order of their publication, in batches, so that a sitemap of any length is
 * written with little memory.
 * @param month - as in {@link SitemapMonth}
 * @param window.skip - number of articles of the month that are in earlier parts of the sitemap
 * @param window.most - the largest number of articles in this part
 */
export async function* readSitemapMonth(
  locale: Locale,
  month: string,
  window: { skip: number; most: number },
  { database, clock }: Store = store(),
): AsyncGenerator<SitemapRow[]> {
  const where = and(inMonth(locale, month), visibleAt(clock.now()));
  let after: SQL | undefined;
  for (let left = window.most; left > 0;) {
    const rows = await database
      .select({
        id: articles.id,
        // As text from the database: a Date would lose the digits after the millisecond.
        at: sql<string>`${articles.publishedAt}::text`,
        slug: articles.slug,
        changedAt: iso(changedAt),
        image: { id: images.id, focalX: images.focalX, focalY: images.focalY },
      })
      .from(articles)
      .leftJoin(images, eq(images.id, articles.imageId))
      .where(and(where, after))
      .orderBy(asc(articles.publishedAt), asc(articles.id))
      .limit(Math.min(BATCH, left))
      .offset(after ? 0 : window.skip);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ image, ...row }) => {
      const focus = image && focusOf(image.focalX, image.focalY);
      return { ...row, image: image && { imageId: image.id, ...(focus && { focus }) } };
    });
    left -= rows.length;
    after = sql`(${articles.publishedAt}, ${articles.id}) > (${last.at}::timestamptz, ${last.id})`;
  }
}

export interface NewsRow {
  id: number;
  slug: string;
  headline: string;
  publishedAt: string;
}

/**
 * A locale's articles of the last two days, newest first. Tag: the front; expires when the oldest article is
 * two days old.
 * @param most - the largest number of articles
 */
export async function listNews(
  locale: Locale,
  most: number,
  { database, clock }: Store = store(),
): Promise<NewsRow[]> {
  const now = clock.now();
  const since = new Date(now.getTime() - 2 * 86_400_000);
  const rows = await database
    .select({
      id: articles.id,
      slug: articles.slug,
      headline: articles.headline,
      publishedAt: iso(sql`${articles.publishedAt}`),
    })
    .from(articles)
    .where(and(eq(articles.locale, locale), gte(articles.publishedAt, since), visibleAt(now)))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(most);
  const oldest = rows.at(-1);
  const lifetime = oldest
    ? Math.max(1, Math.floor((Date.parse(oldest.publishedAt) - since.getTime()) / 1000))
    : Infinity;
  noteRead([frontTag(locale)], lifetime);
  return rows;
}

/**
 * The most topics and the most authors of one sitemap, so that all of its addresses together are under
 * 50,000.
 */
const MOST_LISTS = 20_000;

/**
 * The slugs of a locale's lists that search engines should index, by the rule of `isFullList` in lists.ts.
 * Tags: the front, the publication.
 */
export async function listSitemapLists(
  locale: Locale,
  { database, clock }: Store = store(),
): Promise<Record<'categories' | 'topics' | 'authors', string[]>> {
  noteRead([frontTag(locale), PUBLICATION_TAG]);
  const seen = sql`${articles.locale} = ${locale} and ${visibleAt(clock.now())}`;
  const slugs = (rows: { slug: string }[]) => rows.map(({ slug }) => slug);
  /** Whether there are at least `least` stories: no more than two are counted. */
  const hasStories = (least: SQL | number, stories: SQL) =>
    sql`(select count(*) from (${stories} and ${seen} limit 2) as few) >= ${least}`;
  return {
    categories: slugs(
      await database
        .select({ slug: categories.slug })
        .from(categories)
        .where(
          hasStories(
            1,
            sql`select 1 from ${articles} where ${articles.categoryId} = ${categories.id}`,
          ),
        )
        .orderBy(categories.position),
    ),
    topics: slugs(
      await database
        .select({ slug: topics.slug })
        .from(topics)
        .where(
          hasStories(
            2,
            sql`select 1 from article_topics join ${articles} on ${articles.id} = article_topics.article_id
              where article_topics.topic_id = ${topics.id}`,
          ),
        )
        .orderBy(topics.slug)
        .limit(MOST_LISTS),
    ),
    authors: slugs(
      await database
        .select({ slug: authors.slug })
        .from(authors)
        .where(
          hasStories(
            sql`case when ${authors.biographies} ? ${locale} then 1 else 2 end`,
            sql`select 1 from article_authors join ${articles} on ${articles.id} = article_authors.article_id
              where article_authors.author_id = ${authors.id}`,
          ),
        )
        .orderBy(authors.slug)
        .limit(MOST_LISTS),
    ),
  };
}
