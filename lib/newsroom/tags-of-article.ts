import { peopleOf } from '../desk/people-of.ts';
import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { articles, corrections } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import {
  articleTag,
  authorTag,
  categoryTag,
  correctionsTag,
  frontTag,
  slugTag,
  storyTag,
  topicTag,
} from '../cache-tags.ts';

/** The cache tags of all pages that show an article in its present state; none when it is not published. */
export async function tagsOfArticle(tx: Transaction, articleId: number): Promise<string[]> {
  const [row] = await tx
    .select({
      storyId: articles.storyId,
      locale: articles.locale,
      slug: articles.slug,
      status: articles.status,
      category: categories.slug,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(eq(articles.id, articleId));
  if (row?.status !== 'published') return [];
  const { locale } = row;
  const [corrected] = await tx
    .select({ id: corrections.id })
    .from(corrections)
    .where(eq(corrections.articleId, articleId))
    .limit(1);
  const people = await peopleOf(tx, articleId);
  return [
    articleTag(articleId),
    slugTag(locale, row.slug),
    frontTag(locale),
    categoryTag(locale, row.category),
    storyTag(row.storyId),
    ...(corrected ? [correctionsTag(locale)] : []),
    ...people.authors.map((author) => authorTag(locale, author)),
    ...people.topics.map((topic) => topicTag(locale, topic)),
  ];
}
