import { and, eq, ne, sql, type SQL } from 'drizzle-orm';
import type { ArticlePage, Author, Category, TopicRef } from '../content/article.ts';
import { articles } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { authors, topics } from '../db/schema/people.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import { noteRead } from '../page-tags.ts';
import { authorTag, categoryTag, PUBLICATION_TAG, topicTag } from './cache-tags.ts';
import { pageOfCards } from './cards.ts';
import { nameIn } from './names.ts';
import { remember } from './remember.ts';
import { source, type Source } from './source.ts';
import { visibleAt } from './visibility.ts';

/** A category's name and description in a locale, or null. Tag: the publication. */
export async function getCategory(
  locale: Locale,
  slug: string,
  from: Source = source(),
): Promise<Category | null> {
  noteRead([PUBLICATION_TAG]);
  const [row] = await from.database.select().from(categories).where(eq(categories.slug, slug));
  return row ? { slug, name: row.names[locale], description: row.descriptions[locale] } : null;
}

/**
 * One page of a category, newest first. Tag: the category in this locale.
 * @param page - from 1
 * @param options.excludeArticleId - an article that is read already
 * @returns null for an unknown category or a page beyond the last
 */
export async function listCategory(
  locale: Locale,
  slug: string,
  page: number,
  options: { excludeArticleId?: number | undefined } = {},
  from: Source = source(),
): Promise<ArticlePage | null> {
  noteRead([categoryTag(locale, slug)]);
  const [category] = await from.database
    .select({ id: categories.id })
    .from(categories)
    .where(eq(categories.slug, slug));
  if (!category) return null;
  const inCategory = eq(articles.categoryId, category.id);
  const { excludeArticleId } = options;
  const where =
    excludeArticleId === undefined
      ? inCategory
      : and(inCategory, ne(articles.id, excludeArticleId));
  return where ? pageOfCards(from, locale, where, page) : null;
}

/** A category as it stands under each of its articles: what it is, and its first page. */
export function getCategoryStart(
  locale: Locale,
  slug: string,
): Promise<{ category: Category; page: ArticlePage } | null> {
  return remember(`category:${locale}:${slug}`, async () => {
    const [category, page] = await Promise.all([
      getCategory(locale, slug),
      listCategory(locale, slug, 1),
    ]);
    return category && page && { category, page };
  });
}

/** The locales in which something that fulfils a condition can be read. */
async function localesOf({ database, clock }: Source, where: SQL): Promise<Locale[]> {
  const rows = await database
    .selectDistinct({ locale: articles.locale })
    .from(articles)
    .where(and(visibleAt(clock.now()), where));
  return LOCALES.filter((locale) => rows.some((row) => row.locale === locale));
}

/** One page of a topic; null for one that is unknown, has nothing to read here, or has no such page. */
export async function listTopic(
  locale: Locale,
  slug: string,
  page: number,
  from: Source = source(),
): Promise<{ topic: TopicRef; page: ArticlePage; locales: Locale[] } | null> {
  noteRead([...LOCALES.map((other) => topicTag(other, slug)), PUBLICATION_TAG]);
  const [topic] = await from.database.select().from(topics).where(eq(topics.slug, slug));
  if (!topic) return null;
  const where = sql`exists (select 1 from article_topics
    where article_topics.article_id = ${articles.id} and article_topics.topic_id = ${topic.id})`;
  const found = await pageOfCards(from, locale, where, page);
  if (!found || found.total === 0) return null;
  const topicRef = { slug, name: nameIn(topic.names, locale, slug) };
  return { topic: topicRef, page: found, locales: await localesOf(from, where) };
}

/** One page of an author's articles; null for one who is unknown, wrote nothing here, or has no such page. */
export async function listAuthor(
  locale: Locale,
  slug: string,
  page: number,
  from: Source = source(),
): Promise<{ author: Author; page: ArticlePage; locales: Locale[] } | null> {
  noteRead([...LOCALES.map((other) => authorTag(other, slug)), PUBLICATION_TAG]);
  const [author] = await from.database.select().from(authors).where(eq(authors.slug, slug));
  if (!author) return null;
  const where = sql`exists (select 1 from article_authors
    where article_authors.article_id = ${articles.id} and article_authors.author_id = ${author.id})`;
  const found = await pageOfCards(from, locale, where, page);
  if (!found || found.total === 0) return null;
  const { names, roles, biographies } = author;
  return {
    author: {
      slug,
      name: nameIn(names, locale, slug),
      role: roles[locale] ?? null,
      biography: biographies[locale] ?? null,
    },
    page: found,
    locales: await localesOf(from, where),
  };
}
