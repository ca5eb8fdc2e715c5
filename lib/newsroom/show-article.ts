import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { articles } from '../db/schema/articles.ts';
import { readRevision } from '../desk/read-revision.ts';
import { Refused } from '../refusal.ts';
import type { LockedArticle } from './change-article.ts';
import { imagesOfDraft, noteShown } from './image-uses.ts';
import { applyDraft, indexArticle } from './revisions.ts';

/**
 * Publishes an article's newest revision.
 * @param publishedAt - the publication date that readers see; an article that was public before keeps its
 *   date
 * @throws Refused `missing` when the article has no revision
 */
export async function showArticle(
  tx: Transaction,
  article: Pick<LockedArticle, 'id' | 'version' | 'publishedVersion' | 'publishedAt'>,
  publishedAt: Date,
): Promise<void> {
  const draft = await readRevision(tx, article.id, article.version);
  if (!draft) throw new Refused('missing', 'The article has no revision.');
  await applyDraft(tx, article.id, draft);
  await noteShown(tx, imagesOfDraft(draft));
  const wasPublic = article.publishedVersion !== null;
  await tx
    .update(articles)
    .set({
      status: 'published',
      publishedAt: wasPublic ? (article.publishedAt ?? publishedAt) : publishedAt,
      publishedVersion: article.version,
      withdrawnReason: null,
    })
    .where(eq(articles.id, article.id));
  await indexArticle(tx, article.id);
}
