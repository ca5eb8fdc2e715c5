import { and, eq } from 'drizzle-orm';
import type { Draft } from '../content/draft/draft.ts';
import type { Database, Transaction } from '../db/client.ts';
import { articles, revisions } from '../db/schema/articles.ts';
import { peopleOf } from './people-of.ts';

/**
 * The draft of one revision; null when there is no such revision. A revision from before the newsroom existed
 * has no details: they are read from the article's row.
 */
export async function readRevision(
  tx: Transaction | Database,
  articleId: number,
  version: number,
): Promise<Draft | null> {
  const [row] = await tx
    .select()
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.version, version)));
  if (!row) return null;
  const { headline, standfirst, kicker, body } = row;
  return {
    headline,
    standfirst,
    kicker,
    body,
    ...(row.details ?? (await detailsOfRow(tx as Transaction, articleId))),
  };
}

async function detailsOfRow(tx: Transaction, articleId: number) {
  const [row] = await tx.select().from(articles).where(eq(articles.id, articleId));
  return {
    ...(await peopleOf(tx, articleId)),
    image: row?.imageId
      ? {
          imageId: row.imageId,
          alt: row.imageAlt ?? '',
          caption: row.imageCaption,
          credit: row.imageCredit,
        }
      : null,
    seoTitle: row?.seoTitle ?? null,
    seoDescription: row?.seoDescription ?? null,
    embargoUntil: row?.embargoUntil?.toISOString() ?? null,
  };
}
