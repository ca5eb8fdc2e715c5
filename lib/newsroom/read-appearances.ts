import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { ArticleStatus } from '../content/article.ts';
import type { Transaction } from '../db/client.ts';
import { articleAuthors, articles, articleTopics, corrections } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { authors, topics } from '../db/schema/people.ts';
import type { Appearance } from '../events/appearance.ts';

/** each value, so that one statement reads any number of articles. */
const authorsOfArticle = sql<string[]>`array(select ${authors.slug} from ${articleAuthors}
  join ${authors} on ${authors.id} = ${articleAuthors.authorId}
  where ${articleAuthors.articleId} = ${articles.id} order by ${articleAuthors.position})`;
const topicsOfArticle = sql<string[]>`array(select ${topics.slug} from ${articleTopics}
  join ${topics} on ${topics.id} = ${articleTopics.topicId}
  where ${articleTopics.articleId} = ${articles.id} order by ${articleTopics.position})`;
const isCorrected = sql<boolean>`exists (select from ${corrections}
  where ${corrections.articleId} = ${articles.id})`;

/** Where readers find published articles now; an article that is not published has no appearance. */
export async function readAppearances(
  tx: Transaction,
  articleIds: readonly number[],
): Promise<Appearance[]> {
  const rows = await readAll(tx, articleIds);
  return rows.filter(({ status }) => status === 'published').map(({ appearance }) => appearance);
}

/** The same of articles in any status: where readers find them, found them, or will. */
export async function readAllAppearances(
  tx: Transaction,
  articleIds: readonly number[],
): Promise<Appearance[]> {
  return (await readAll(tx, articleIds)).map(({ appearance }) => appearance);
}

async function readAll(
  tx: Transaction,
  articleIds: readonly number[],
): Promise<{ status: ArticleStatus; appearance: Appearance }[]> {
  if (articleIds.length === 0) return [];
  const rows = await tx
    .select({
      articleId: articles.id,
      storyId: articles.storyId,
      locale: articles.locale,
      status: articles.status,
      slug: articles.slug,
      category: categories.slug,
      authors: authorsOfArticle,
      topics: topicsOfArticle,
      isCorrected,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(inArray(articles.id, [...articleIds]))
    .orderBy(asc(articles.id));
  return rows.map(({ status, ...appearance }) => ({ status, appearance }));
}

/** Without those that say the same again: most changes leave an article where it was. */
export function distinct(appearances: readonly Appearance[]): Appearance[] {
  return [...new Map(appearances.map((one) => [JSON.stringify(one), one])).values()];
}
