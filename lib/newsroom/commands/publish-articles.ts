/** Commands that publish, update, correct or withdraw an article. */
import { readRevision } from '../../desk/read-revision.ts';
import { eq } from 'drizzle-orm';
import { store, type Store } from '../../accounts/store.ts';
import type { User } from '../../accounts/user.ts';
import type { Transaction } from '../../db/client.ts';
import { articles, corrections } from '../../db/schema/articles.ts';
import {
  changeArticle,
  demandStatus,
  demandVersion,
  type LockedArticle,
} from '../change-article.ts';
import { imagesOfDraft, noteShown } from '../image-uses.ts';
import { Refused } from '../../refusal.ts';
import { applyDraft, indexArticle } from '../revisions.ts';

/** Milliseconds by which a schedule may lie in the past: filling in and sending a form takes a while. */
const LATE = 60_000;

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

/** Publishes now; a withdrawn article is published again with its former date. */
export function publishArticle(
  user: User,
  articleId: number,
  { version }: { version: number },
  from: Store = store(),
) {
  return changeArticle(
    user,
    'publish',
    articleId,
    async ({ tx, article, now }) => {
      demandStatus(article, 'draft', 'in_review', 'scheduled', 'withdrawn');
      demandVersion(article, version);
      await showArticle(tx, article, now);
      return { value: null };
    },
    from,
  );
}

/**
 * Schedules an article for publication; revisions saved until then are published with it.
 * @param wish.version - the revision that the user saw: refused as `stale` when there is a newer one
 */
export function scheduleArticle(
  user: User,
  articleId: number,
  { version, at }: { version: number; at: Date },
  from: Store = store(),
) {
  return changeArticle(
    user,
    'schedule',
    articleId,
    async ({ tx, article, now }) => {
      demandStatus(article, 'draft', 'in_review', 'scheduled');
      demandVersion(article, version);
      if (at.getTime() < now.getTime() - LATE) {
        throw new Refused('invalid', 'The moment lies in the past.');
      }
      await tx
        .update(articles)
        .set({ status: 'scheduled', publishedAt: at })
        .where(eq(articles.id, articleId));
      return { value: null, note: at.toISOString() };
    },
    from,
  );
}

/** Cancels a schedule: the article is a draft again. */
export function unscheduleArticle(user: User, articleId: number, from: Store = store()) {
  return changeArticle(
    user,
    'unschedule',
    articleId,
    async ({ tx, article }) => {
      demandStatus(article, 'scheduled');
      await tx
        .update(articles)
        .set({ status: 'draft', publishedAt: null })
        .where(eq(articles.id, articleId));
      return { value: null };
    },
    from,
  );
}

/**
 * Shows readers the newest revision of a published article.
 * @param wish.isTold - whether the update changes the date of the last update that readers see
 */
export function updateArticle(
  user: User,
  articleId: number,
  { version, isTold }: { version: number; isTold: boolean },
  from: Store = store(),
) {
  return changeArticle(
    user,
    'update',
    articleId,
    async ({ tx, article, now }) => {
      demandStatus(article, 'published');
      demandVersion(article, version);
      await showArticle(tx, article, now);
      if (isTold)
        await tx.update(articles).set({ updatedAt: now }).where(eq(articles.id, articleId));
      return { value: null, note: isTold ? 'told' : 'untold' };
    },
    from,
  );
}

/** Adds a public correction with its date. */
export function correctArticle(
  user: User,
  articleId: number,
  { text }: { text: string },
  from: Store = store(),
) {
  return changeArticle(
    user,
    'correct',
    articleId,
    async ({ tx, article, now }) => {
      demandStatus(article, 'published');
      await tx.insert(corrections).values({ articleId, at: now, text });
      await tx.update(articles).set({ updatedAt: now }).where(eq(articles.id, articleId));
      return { value: null, note: text };
    },
    from,
  );
}

/** Withdraws an article: its address answers 410. The reason is visible in the newsroom only. */
export function withdrawArticle(
  user: User,
  articleId: number,
  { reason }: { reason: string },
  from: Store = store(),
) {
  return changeArticle(
    user,
    'withdraw',
    articleId,
    async ({ tx, article }) => {
      demandStatus(article, 'published');
      await tx
        .update(articles)
        .set({ status: 'withdrawn', withdrawnReason: reason })
        .where(eq(articles.id, articleId));
      const newest = await readRevision(tx, articleId, article.version);
      if (newest) await applyDraft(tx, articleId, newest);
      return { value: null, note: reason };
    },
    from,
  );
}
