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
import { store, type Store } from '../../db/store.ts';
import { visibleAt } from '../visibility.ts';

/** A category's name and description in a locale, or null. Tag: the publication. */
export async function getCategory(
  locale: Locale,
  slug: string,
  from: Store = store(),
): Promise<Category | null> {
  noteRead([PUBLICATION_TAG]);
  const [row] = await from.database.select().from(categories).where(eq(categories.slug, slug));
  return row ? { slug, name: row.names[locale], description: row.descriptions[locale] } : null;
}

/** The locales in which a category has visible articles. Tags: the category in every locale. */
export async function categoryLocales(slug: string, from: Store = store()): Promise<ListLocales> {
  noteRead(LOCALES.map((locale) => categoryTag(locale, slug)));
  const where = sql`${articles.categoryId} = (
    select id from ${categories} where ${categories.slug} = ${slug})`;
  return localesOf(from, where, () => true);
}

/**
 * One page of a category, newest first. Tag: the category in this locale.
 * @param page - from 1
 * @param options.excludeArticleId - an article to leave out, since the reader is reading it already
 * @returns null for an unknown category or a page beyond the last
 */
export async function listCategory(
  locale: Locale,
  slug: string,
  page: number,
  options: { excludeArticleId?: number | undefined } = {},
  from: Store = store(),
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

/** A category as each of its articles shows it, with its first page; cached. Null for an unknown category. */
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
 * Whether search engines should index a list: it is in sitemaps and hreflang, without noindex. It must have
 * at least two items of content; its own text (a category's description, an author's biography) counts as
 * one. A list of a single story and nothing else duplicates the story at another address; an empty list has
 * no content.
 */
const isFullList = (stories: number, hasOwnWords: boolean): boolean =>
  stories > 0 && stories + Number(hasOwnWords) >= 2;

/** The locales of a list, in the order of the language switcher. */
export interface ListLocales {
  /** Those in which the list has visible articles. */
  readable: Locale[];
  /** Of these, those in which search engines should index the list. */
  findable: Locale[];
}

async function localesOf(
  { database, clock }: Store,
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
 * One page of a topic, and the locales in which the topic has visible articles.
 * @param page - from 1
 * @returns null for a topic that is unknown, has no visible articles in the locale, or has no such page
 */
export async function listTopic(
  locale: Locale,
  slug: string,
  page: number,
  from: Store = store(),
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
 * One page of an author's articles, and the locales in which the author has visible articles.
 * @param page - from 1
 * @returns null for an author who is unknown, has no visible articles in the locale, or has no such page
 */
export async function listAuthor(
  locale: Locale,
  slug: string,
  page: number,
  from: Store = store(),
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
