import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { articleAuthors, articleTopics } from '../db/schema/articles.ts';
import { authors, topics } from '../db/schema/people.ts';

/** The slugs of an article's present authors and topics, to invalidate the pages that it leaves. */
export async function peopleOf(tx: Transaction, articleId: number) {
  const wrote = await tx
    .select({ slug: authors.slug })
    .from(articleAuthors)
    .innerJoin(authors, eq(authors.id, articleAuthors.authorId))
    .where(eq(articleAuthors.articleId, articleId));
  const about = await tx
    .select({ slug: topics.slug })
    .from(articleTopics)
    .innerJoin(topics, eq(topics.id, articleTopics.topicId))
    .where(eq(articleTopics.articleId, articleId));
  return { authors: wrote.map(({ slug }) => slug), topics: about.map(({ slug }) => slug) };
}
