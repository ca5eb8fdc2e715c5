import { setImmediate as breathe } from 'node:timers/promises';
import { and, asc, eq, gt, lt } from 'drizzle-orm';
import { store, type Store } from '../../db/store.ts';
import { SEARCH_RULES } from '../../content/search-text.ts';
import { articles, revisions } from '../../db/schema/articles.ts';
import { deskSearch } from '../../db/schema/desk-search.ts';
import { workingCopies } from '../../db/schema/newsroom.ts';
import { articleSearch } from '../../db/schema/search.ts';
import { indexDraftWords } from './index-desk.ts';
import { indexSearch } from './index-search.ts';

/** Articles per transaction: editors never wait long for the rows that it locks. */
const BATCH = 50;

/**
 * Indexes again all articles that were indexed with older spelling rules, one batch per transaction: after an
 * upgrade, while readers are served. Any number of processes may run it at the same time; after a stop, the
 * next start continues.
 * @param isStopping - called between batches; true ends the run
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

/**
 * A batch of the readers' index.
 * @returns the ids of its articles; the last one is `after` of the next batch
 */
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

/** A batch of the desk's index: newest texts that readers do not see. Arguments and result as above. */
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
