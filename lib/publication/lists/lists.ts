import { and, eq, ne, sql, type SQL } from 'drizzle-orm';
import type { ArticlePage, Author, Category, TopicRef } from '../../content/article.ts';
import { articles } from '../../db/schema/articles.ts';
import { categories } from '../../db/schema/categories.ts';
import { authors, topics } from '../../db/schema/people.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { noteRead } from '../../page-tags.ts';
import { authorTag, categoryTag, PUBLICATION_TAG, topicTag } from '../../cache-tags.ts';
import { pageOfCards } from './cards.ts';
import { nameIn } from '../names.ts';
import { remember } from '../remember.ts';
import { source, type Source } from '../search/source.ts';
import { visibleAt } from '../visibility.ts';

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

/** Where a category has something to read. Tags: the category in every locale. */
export async function categoryLocales(slug: string, from: Source = source()): Promise<ListLocales> {
  noteRead(LOCALES.map((locale) => categoryTag(locale, slug)));
  const where = sql`${articles.categoryId} = (
    select id from ${categories} where ${categories.slug} = ${slug})`;
  return localesOf(from, where, () => true);
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

/**
 * Whether a list is one that search engines are led to: in sitemaps, in hreflang, without noindex. It must say
 * two things at least, of which its own words (a category's description, an author's biography) are one. A
 * list of a single story and nothing else is that story again under another address; an empty one is nothing.
 */
const isFullList = (stories: number, hasOwnWords: boolean): boolean =>
  stories > 0 && stories + Number(hasOwnWords) >= 2;

/** The locales of a list, in the order of the switcher. */
export interface ListLocales {
  /** In which there is something to read. */
  readable: Locale[];
  /** Of these, in which the list is for search engines. */
  findable: Locale[];
}

async function localesOf(
  { database, clock }: Source,
  where: SQL,
  hasOwnWords: (locale: Locale) => boolean,
): Promise<ListLocales> {
  const rows = await database
    .select({ locale: articles.locale, stories: sql<number>`count(*)::integer` })
    .from(articles)
    .where(and(visibleAt(clock.now()), where))
    .groupBy(articles.locale);
  const stories = new Map(rows.map((row) => [row.locale, row.stories]));
  const readable = LOCALES.filter((locale) => stories.has(locale));
  const findable = readable.filter((locale) =>
    isFullList(stories.get(locale) ?? 0, hasOwnWords(locale)),
  );
  return { readable, findable };
}

/**
 * One page of a topic, and where there is something to read on it.
 * @returns null for one that is unknown, has nothing to read here, or has no such page
 */
export async function listTopic(
  locale: Locale,
  slug: string,
  page: number,
  from: Source = source(),
): Promise<{ topic: TopicRef; page: ArticlePage; locales: ListLocales } | null> {
  noteRead([...LOCALES.map((other) => topicTag(other, slug)), PUBLICATION_TAG]);
  const [topic] = await from.database.select().from(topics).where(eq(topics.slug, slug));
  if (!topic) return null;
  const where = sql`exists (select 1 from article_topics
    where article_topics.article_id = ${articles.id} and article_topics.topic_id = ${topic.id})`;
  const found = await pageOfCards(from, locale, where, page);
  if (!found || found.total === 0) return null;
  const topicRef = { slug, name: nameIn(topic.names, locale, slug) };
  return { topic: topicRef, page: found, locales: await localesOf(from, where, () => false) };
}

/**
 * One page of an author's articles, and where there are any.
 * @returns null for one who is unknown, wrote nothing here, or has no such page
 */
export async function listAuthor(
  locale: Locale,
  slug: string,
  page: number,
  from: Source = source(),
): Promise<{ author: Author; page: ArticlePage; locales: ListLocales } | null> {
  noteRead([...LOCALES.map((other) => authorTag(other, slug)), PUBLICATION_TAG]);
  const [author] = await from.database.select().from(authors).where(eq(authors.slug, slug));
  if (!author) return null;
  const where = sql`exists (select 1 from article_authors
    where article_authors.article_id = ${articles.id} and article_authors.author_id = ${author.id})`;
  const found = await pageOfCards(from, locale, where, page);
  if (!found || found.total === 0) return null;
  const { names, roles, biographies, links } = author;
  return {
    author: {
      slug,
      name: nameIn(names, locale, slug),
      role: roles[locale] ?? null,
      biography: biographies[locale] ?? null,
      links,
    },
    page: found,
    locales: await localesOf(from, where, (other) => biographies[other] !== undefined),
  };
}
