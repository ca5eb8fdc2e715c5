import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { orLeftOut } from '../../alarms.ts';
import type { ArticleCard, ArticlePage, AuthorRef } from '../../content/article.ts';
import { articles } from '../../db/schema/articles.ts';
import { categories } from '../../db/schema/categories.ts';
import { images } from '../../db/schema/images.ts';
import type { Locale } from '../../i18n/locales.ts';
import { nameIn, type Names } from '../names.ts';
import { pictureColumns, pictureOf, type PictureRow } from '../media/picture-of.ts';
import type { Store } from '../../db/store.ts';
import { visibleAt } from '../visibility.ts';

/** Number of articles on one page of a list. */
const PAGE_SIZE = 12;

/** Authors in the order of the byline, as one JSON value. */
const authorsOfArticle = sql<{ slug: string; names: Names }[]>`(
  select coalesce(json_agg(json_build_object('slug', authors.slug, 'names', authors.names)
    order by article_authors.position), '[]')
  from article_authors join authors on authors.id = article_authors.author_id
  where article_authors.article_id = ${articles.id})`;

/** The columns of a card. */
export const cardColumns = {
  id: articles.id,
  locale: articles.locale,
  slug: articles.slug,
  headline: articles.headline,
  standfirst: articles.standfirst,
  kicker: articles.kicker,
  publishedAt: articles.publishedAt,
  readingMinutes: articles.readingMinutes,
  imageAlt: articles.imageAlt,
  imageCaption: articles.imageCaption,
  imageCredit: articles.imageCredit,
  categorySlug: categories.slug,
  categoryNames: categories.names,
  authors: authorsOfArticle,
  image: pictureColumns,
};

export interface CardRow {
  id: number;
  locale: Locale;
  slug: string;
  headline: string;
  standfirst: string | null;
  kicker: string | null;
  publishedAt: Date | null;
  readingMinutes: number;
  imageAlt: string | null;
  imageCaption: string | null;
  imageCredit: string | null;
  categorySlug: string;
  categoryNames: Record<Locale, string>;
  authors: { slug: string; names: Names }[];
  image: PictureRow | null;
}

/** Converts a row to a card. */
export function cardOf(row: CardRow): ArticleCard {
  const { locale, image } = row;
  return {
    id: row.id,
    locale,
    slug: row.slug,
    headline: row.headline,
    standfirst: row.standfirst,
    kicker: row.kicker,
    category: { slug: row.categorySlug, name: row.categoryNames[locale] },
    authors: row.authors.map(({ slug, names }): AuthorRef => ({
      slug,
      name: nameIn(names, locale, slug),
    })),
    publishedAt: row.publishedAt?.toISOString() ?? '',
    readingMinutes: row.readingMinutes,
    image: image && {
      ...pictureOf(image),
      alt: row.imageAlt ?? '',
      caption: row.imageCaption,
      credit: row.imageCredit,
    },
  };
}

/**
 * The newest visible articles of a locale that fulfil a condition.
 * @param limit - the largest number of articles, after `offset`
 */
export async function newestCards(
  { database, clock }: Store,
  locale: Locale,
  { where, limit, offset = 0 }: { where?: SQL | undefined; limit: number; offset?: number },
): Promise<ArticleCard[]> {
  const rows = await database
    .select(cardColumns)
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .leftJoin(images, eq(images.id, articles.imageId))
    .where(and(eq(articles.locale, locale), visibleAt(clock.now()), where))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(limit)
    .offset(offset);
  return rows.flatMap((row) => orLeftOut('list', row.id, () => cardOf(row)));
}

/**
 * One page of the newest articles that fulfil a condition.
 * @param page - from 1
 * @returns null for a page that does not exist; the first page exists even when it is empty
 */
export async function pageOfCards(
  source: Store,
  locale: Locale,
  where: SQL,
  page: number,
): Promise<ArticlePage | null> {
  if (!Number.isSafeInteger(page) || page < 1) return null;
  const [counted] = await source.database
    .select({ total: sql<number>`count(*)::integer` })
    .from(articles)
    .where(and(eq(articles.locale, locale), visibleAt(source.clock.now()), where));
  const total = counted?.total ?? 0;
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (page > pageCount) return null;
  const found = await newestCards(source, locale, {
    where,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  });
  return { articles: found, page, pageCount, total };
}
