import { and, desc, eq, gte, sql, type SQL } from 'drizzle-orm';
import { orLeftOut } from '../../alarms.ts';
import type { Article } from '../../content/article.ts';
import { articles, stories } from '../../db/schema/articles.ts';
import { categories } from '../../db/schema/categories.ts';
import { images } from '../../db/schema/images.ts';
import { authors, topics } from '../../db/schema/people.ts';
import type { Locale } from '../../i18n/locales.ts';
import { noteRead } from '../../page-tags.ts';
import {
  articleTag,
  authorTag,
  categoryTag,
  frontTag,
  PUBLICATION_TAG,
  topicTag,
} from '../../cache-tags.ts';
import type { FeedScope } from '../../pages/all/feeds.ts';
import { cardColumns, cardOf } from './cards.ts';
import { correctionsOfArticle, picturesOf, topicsOfArticle } from '../get-article.ts';
import { nameIn } from '../names.ts';
import { store, type Store } from '../../db/store.ts';
import { visibleAt, wasOut } from '../visibility.ts';

/** An article as a feed shows it: with its whole text, without the links to its translations. */
export type FeedArticle = Omit<Article, 'translations' | 'seo'>;

export interface FeedContent {
  /** The category's, topic's or author's name; null for everything. */
  name: string | null;
  description: string | null;
  articles: FeedArticle[];
  withdrawn: WithdrawnArticle[];
}

/** An article that was in a feed and is withdrawn: systems that copied it must remove it. */
interface WithdrawnArticle {
  storyKey: string;
  /** ISO 8601. */
  withdrawnAt: string;
}

/** Number of articles in a feed: a feed reader that requests it once a day misses none. */
const COUNT = 30;
/** Days for which a feed lists a withdrawn article: systems that copy the feed request it more often. */
const DAYS_OF_WITHDRAWAL = 30;

/**
 * The newest articles of a feed, with their whole texts. Tags: the list of the feed's scope, each article in
 * it.
 * @returns null for an unknown scope, and for a topic or an author without visible articles in this locale
 */
export async function getFeed(
  locale: Locale,
  scope: FeedScope,
  from: Store = store(),
): Promise<FeedContent | null> {
  noteRead([scopeTag(locale, scope), PUBLICATION_TAG]);
  const found = await findScope(locale, scope, from);
  if (!found) return null;
  const rows = await from.database
    .select({
      ...cardColumns,
      storyKey: stories.key,
      updatedAt: articles.updatedAt,
      body: articles.body,
      topics: topicsOfArticle,
      corrections: correctionsOfArticle,
    })
    .from(articles)
    .innerJoin(stories, eq(stories.id, articles.storyId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .leftJoin(images, eq(images.id, articles.imageId))
    .where(and(eq(articles.locale, locale), visibleAt(from.clock.now()), found.where))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(COUNT);
  if (rows.length === 0 && (scope.kind === 'topic' || scope.kind === 'author')) return null;
  const withdrawn = await withdrawnOf(locale, found.where, from);
  noteRead(rows.map(({ id }) => articleTag(id)));
  const pictures = await picturesOf(
    rows.flatMap(({ body }) => body.content),
    from,
  );
  return {
    name: found.name,
    description: found.description,
    withdrawn,
    articles: rows.flatMap((row) =>
      orLeftOut('feed', row.id, () => ({
        ...cardOf(row),
        storyKey: row.storyKey,
        updatedAt: row.updatedAt?.toISOString() ?? null,
        body: row.body,
        pictures,
        topics: row.topics.map(({ slug, names }) => ({ slug, name: nameIn(names, locale, slug) })),
        corrections: row.corrections.map(({ at, text }) => ({
          at: new Date(at).toISOString(),
          text,
        })),
      })),
    ),
  };
}

async function withdrawnOf(
  locale: Locale,
  where: SQL | undefined,
  { database, clock }: Store,
): Promise<WithdrawnArticle[]> {
  const since = new Date(clock.now().getTime() - DAYS_OF_WITHDRAWAL * 86_400_000);
  const rows = await database
    .select({ storyKey: stories.key, at: articles.listedAt })
    .from(articles)
    .innerJoin(stories, eq(stories.id, articles.storyId))
    .where(and(eq(articles.locale, locale), wasOut, gte(articles.listedAt, since), where))
    .orderBy(desc(articles.listedAt))
    .limit(COUNT);
  return rows.map(({ storyKey, at }) => ({ storyKey, withdrawnAt: at.toISOString() }));
}

function scopeTag(locale: Locale, scope: FeedScope): string {
  switch (scope.kind) {
    case 'everything':
      return frontTag(locale);
    case 'category':
      return categoryTag(locale, scope.slug);
    case 'topic':
      return topicTag(locale, scope.slug);
    case 'author':
      return authorTag(locale, scope.slug);
  }
}

interface FoundScope {
  name: string | null;
  description: string | null;
  where: SQL | undefined;
}

async function findScope(
  locale: Locale,
  scope: FeedScope,
  { database }: Store,
): Promise<FoundScope | null> {
  switch (scope.kind) {
    case 'everything':
      return { name: null, description: null, where: undefined };
    case 'category': {
      const [row] = await database.select().from(categories).where(eq(categories.slug, scope.slug));
      if (!row) return null;
      const where = eq(articles.categoryId, row.id);
      return { name: row.names[locale], description: row.descriptions[locale], where };
    }
    case 'topic': {
      const [row] = await database.select().from(topics).where(eq(topics.slug, scope.slug));
      if (!row) return null;
      const where = sql`exists (select 1 from article_topics
        where article_topics.article_id = ${articles.id} and article_topics.topic_id = ${row.id})`;
      return { name: nameIn(row.names, locale, scope.slug), description: null, where };
    }
    case 'author': {
      const [row] = await database.select().from(authors).where(eq(authors.slug, scope.slug));
      if (!row) return null;
      const where = sql`exists (select 1 from article_authors
        where article_authors.article_id = ${articles.id} and article_authors.author_id = ${row.id})`;
      const name = nameIn(row.names, locale, scope.slug);
      return { name, description: row.biographies[locale] ?? null, where };
    }
  }
}
