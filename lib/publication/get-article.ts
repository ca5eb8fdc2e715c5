import { and, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Article, Picture } from '../content/article.ts';
import type { Block } from '../content/body/body.ts';
import { picturesIn } from '../content/body/pictures-in.ts';
import {
  articles,
  articleTopics,
  corrections,
  slugHistory,
  stories,
} from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { images } from '../db/schema/images.ts';
import { topics } from '../db/schema/people.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import { noteRead } from '../page-tags.ts';
import {
  articleTag,
  authorTag,
  categoryTag,
  PUBLICATION_TAG,
  slugTag,
  storyTag,
  topicTag,
} from '../cache-tags.ts';
import { cardColumns, cardOf } from './lists/cards.ts';
import { nameIn, type Names } from './names.ts';
import { pictureColumns, pictureOf } from './media/picture-of.ts';
import { store, type Store } from '../db/store.ts';
import { visibleAt, wasOut } from './visibility.ts';

/** The answer for an article's address. */
export type ArticleAnswer =
  | { kind: 'article'; article: Article }
  /** The article has another slug now. */
  | { kind: 'moved'; slug: string }
  /** The article was published and is withdrawn; its translations may still be published. */
  | { kind: 'withdrawn'; translations: Article['translations'] }
  | { kind: 'missing' };

/**
 * The topics and corrections of an article, each as one JSON value, so that one statement reads an article.
 */
export const topicsOfArticle = sql<{ slug: string; names: Names }[]>`(
  select coalesce(json_agg(json_build_object('slug', ${topics.slug}, 'names', ${topics.names})
    order by ${articleTopics.position}), '[]')
  from ${articleTopics} join ${topics} on ${topics.id} = ${articleTopics.topicId}
  where ${articleTopics.articleId} = ${articles.id})`;
export const correctionsOfArticle = sql<{ at: string; text: string }[]>`(
  select coalesce(json_agg(json_build_object('at', ${corrections.at}, 'text', ${corrections.text})
    order by ${corrections.at}), '[]')
  from ${corrections} where ${corrections.articleId} = ${articles.id})`;

/** The articles of an article's story that readers may see, the article itself included; null for none. */
export function translationsVisibleAt(now: Date) {
  const translation = alias(articles, 'translation');
  return sql<{ locale: Locale; slug: string }[] | null>`(
    select json_agg(json_build_object('locale', ${translation.locale}, 'slug', ${translation.slug}))
    from ${articles} as translation where ${translation.storyId} = ${articles.storyId} and ${visibleAt(now, translation)})`;
}

/**
 * Reads the answer for an article's address; it stays valid until the outbox names one of the noted tags.
 * @param slug - from the address, decoded
 */
export async function getArticle(
  locale: Locale,
  slug: string,
  from: Store = store(),
): Promise<ArticleAnswer> {
  noteRead([slugTag(locale, slug), PUBLICATION_TAG]);
  const { database, clock } = from;
  const [row] = await database
    .select({
      ...cardColumns,
      storyId: articles.storyId,
      storyKey: stories.key,
      updatedAt: articles.updatedAt,
      body: articles.body,
      seoTitle: articles.seoTitle,
      seoDescription: articles.seoDescription,
      topics: topicsOfArticle,
      corrections: correctionsOfArticle,
      translations: translationsVisibleAt(clock.now()),
    })
    .from(articles)
    .innerJoin(stories, eq(stories.id, articles.storyId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .leftJoin(images, eq(images.id, articles.imageId))
    .where(and(eq(articles.locale, locale), eq(articles.slug, slug), visibleAt(clock.now())));
  if (!row) return absence(from, locale, slug);

  const card = cardOf(row);
  noteRead([
    articleTag(row.id),
    storyTag(row.storyId),
    categoryTag(locale, card.category.slug),
    ...card.authors.map((author) => authorTag(locale, author.slug)),
  ]);
  noteRead(row.topics.map((topic) => topicTag(locale, topic.slug)));
  return {
    kind: 'article',
    article: {
      ...card,
      storyKey: row.storyKey,
      updatedAt: row.updatedAt?.toISOString() ?? null,
      body: row.body,
      pictures: await picturesOf(row.body.content, from),
      topics: row.topics.map((topic) => ({
        slug: topic.slug,
        name: nameIn(topic.names, locale, topic.slug),
      })),
      corrections: row.corrections.map(({ at, text }) => ({
        at: new Date(at).toISOString(),
        text,
      })),
      translations: inOrder(row.translations),
      seo: { title: row.seoTitle, description: row.seoDescription },
    },
  };
}

/** Translations in the order of the language switcher. */
const inOrder = (translations: Article['translations'] | null): Article['translations'] =>
  LOCALES.flatMap((locale) => translations?.find((one) => one.locale === locale) ?? []);

/** The answer for an address without a visible article: moved, withdrawn or missing. */
async function absence(
  { database, clock }: Store,
  locale: Locale,
  slug: string,
): Promise<ArticleAnswer> {
  const columns = {
    id: articles.id,
    slug: articles.slug,
    wasOut,
    storyId: articles.storyId,
    translations: translationsVisibleAt(clock.now()),
  };
  const withdrawn = (row: { storyId: number; translations: Article['translations'] | null }) => {
    noteRead([storyTag(row.storyId)]);
    return { kind: 'withdrawn' as const, translations: inOrder(row.translations) };
  };
  const [here] = await database
    .select(columns)
    .from(articles)
    // With a single table the query builder omits the table's name, which the translations need.
    .innerJoin(stories, eq(stories.id, articles.storyId))
    .where(and(eq(articles.locale, locale), eq(articles.slug, slug)));
  if (here?.wasOut) return withdrawn(here);
  if (here) return { kind: 'missing' };
  const [moved] = await database
    .select(columns)
    .from(slugHistory)
    .innerJoin(articles, eq(articles.id, slugHistory.articleId))
    .where(and(eq(slugHistory.locale, locale), eq(slugHistory.slug, slug)));
  if (!moved) return { kind: 'missing' };
  if (moved.wasOut) return withdrawn(moved);
  const [visible] = await database
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.id, moved.id), visibleAt(clock.now())));
  return visible ? { kind: 'moved', slug: moved.slug } : { kind: 'missing' };
}

/** The pictures that the blocks of a body name, by id. */
export async function picturesOf(
  blocks: readonly Block[],
  { database }: Pick<Store, 'database'> = store(),
): Promise<Record<string, Picture>> {
  const ids = picturesIn(blocks).map(({ attrs }) => attrs.imageId);
  if (ids.length === 0) return {};
  const rows = await database.select(pictureColumns).from(images).where(inArray(images.id, ids));
  return Object.fromEntries(rows.map((row) => [row.id, pictureOf(row)]));
}
