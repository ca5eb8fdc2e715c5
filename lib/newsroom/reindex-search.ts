import { setImmediate as breathe } from 'node:timers/promises';
import { and, asc, eq, gt, lt } from 'drizzle-orm';
import { store, type Store } from '../accounts/store.ts';
import { SEARCH_RULES } from '../content/search-text.ts';
import { articles, revisions } from '../db/schema/articles.ts';
import { deskSearch } from '../db/schema/desk-search.ts';
import { workingCopies } from '../db/schema/newsroom.ts';
import { articleSearch } from '../db/schema/search.ts';
import { indexDraftWords } from './index-desk.ts';
import { indexSearch } from './index-search.ts';

/** Articles of one transaction: editors never wait long for the rows that it locks. */
const BATCH = 50;

/**
 * Indexes again whatever older rules of spelling indexed, a batch a transaction: after an upgrade, beside the
 * readers. Any number of processes may do so at once; where one is stopped, the next start goes on.
 * @param isStopping - asked between batches
 * @returns how many articles were indexed again
 */
export async function reindexSearch(
  isStopping: () => boolean = () => false,
  from: Store = store(),
): Promise<number> {
  let count = 0;
  for (const batch of [reindexReaders, reindexDesk]) {
    let after: number | null = 0;
    while (after !== null && !isStopping()) {
      const ids: number[] = await batch(from, after);
      count += ids.length;
      after = ids.at(-1) ?? null;
      await breathe();
    }
  }
  return count;
}

/** A batch of readers' articles. @returns their ids, of which the last is the next batch's beginning */
async function reindexReaders({ database }: Store, after: number): Promise<number[]> {
  return database.transaction(async (tx) => {
    const rows = await tx
      .select({ article: articles })
      .from(articleSearch)
      .innerJoin(articles, eq(articles.id, articleSearch.articleId))
      .where(and(gt(articleSearch.articleId, after), lt(articleSearch.rules, SEARCH_RULES)))
      .orderBy(asc(articleSearch.articleId))
      .limit(BATCH)
      .for('update', { of: articleSearch, skipLocked: true });
    await indexSearch(
      tx,
      rows.map(({ article }) => ({ ...article, articleId: article.id })),
    );
    return rows.map(({ article }) => article.id);
  });
}

/** A batch of newest texts that readers do not see. Arguments and result as above. */
async function reindexDesk({ database }: Store, after: number): Promise<number[]> {
  return database.transaction(async (tx) => {
    const rows = await tx
      .select({ id: articles.id, revision: revisions, copy: workingCopies.draft })
      .from(deskSearch)
      .innerJoin(articles, eq(articles.id, deskSearch.articleId))
      .innerJoin(
        revisions,
        and(eq(revisions.articleId, articles.id), eq(revisions.version, articles.version)),
      )
      .leftJoin(
        workingCopies,
        and(eq(workingCopies.articleId, articles.id), eq(workingCopies.isDirty, true)),
      )
      .where(and(gt(deskSearch.articleId, after), lt(deskSearch.rules, SEARCH_RULES)))
      .orderBy(asc(deskSearch.articleId))
      .limit(BATCH)
      .for('update', { of: deskSearch, skipLocked: true });
    for (const { id, revision, copy } of rows) await indexDraftWords(tx, id, copy ?? revision);
    return rows.map(({ id }) => id);
  });
}
