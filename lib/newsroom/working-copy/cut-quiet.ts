import { and, asc, eq, lte, ne, notInArray } from 'drizzle-orm';
import { store, type Store } from '../../db/store.ts';
import { articles } from '../../db/schema/articles.ts';
import { workingCopies } from '../../db/schema/newsroom.ts';
import { readCopy } from '../../desk/read-copy.ts';
import { startJob, type Job } from '../../job.ts';
import { lockArticle } from '../change-article.ts';
import { cutCopy } from './working-copy.ts';

/** Milliseconds without a change after which a revision is made. */
export const QUIET = 10 * 60_000;
/** Milliseconds between two rounds. */
const CUT_EVERY = 60_000;

/**
 * Makes revisions of working copies that have not changed for ten minutes. Scheduled articles are skipped: a
 * schedule publishes the newest revision, and an unfinished sentence must not become one.
 * @param onError - called with each article whose revision failed; the others are processed
 * @returns how many working copies were processed, the failed ones included
 */
export async function cutQuiet(
  onError: (cause: unknown, articleId: number) => void,
  from: Store = store(),
): Promise<number> {
  const now = from.clock.now();
  const before = new Date(now.getTime() - QUIET);
  const failed: number[] = [];
  for (let made = 0; ; made++) {
    const [found] = await from.database
      .select({ id: workingCopies.articleId })
      .from(workingCopies)
      .innerJoin(articles, eq(articles.id, workingCopies.articleId))
      .where(
        and(
          eq(workingCopies.isDirty, true),
          lte(workingCopies.savedAt, before),
          ne(articles.status, 'scheduled'),
          failed.length > 0 ? notInArray(articles.id, failed) : undefined,
        ),
      )
      .orderBy(asc(workingCopies.savedAt))
      .limit(1);
    if (!found) return made;
    try {
      await from.database.transaction(async (tx) => {
        const article = await lockArticle(tx, found.id);
        const copy = await readCopy(tx, found.id);
        if (!article || !copy?.isDirty || copy.savedAt > before) return;
        await cutCopy({ tx, article, now }, 'quiet', copy);
      });
    } catch (cause) {
      onError(cause, found.id);
      failed.push(found.id);
    }
  }
}

/**
 * Runs {@link cutQuiet} repeatedly until it is stopped; any number of instances may run it at the same time.
 */
export const startQuietCutter = (onError: (cause: unknown, articleId?: number) => void): Job =>
  startJob({
    run: async () => {
      await cutQuiet(onError);
    },
    every: CUT_EVERY,
    onError,
  });
