import { setTimeout as sleep } from 'node:timers/promises';
import { and, asc, eq, lte, notInArray, sql } from 'drizzle-orm';
import { store, type Store } from '../auth/store.ts';
import { appendOutbox } from '../db/outbox.ts';
import { articles } from '../db/schema/articles.ts';
import { auditLog } from '../db/schema/newsroom.ts';
import { showArticle } from './publish-articles.ts';
import { tagsOfArticle } from './tags-of-article.ts';

/** Milliseconds between looks: a schedule is kept within a second or two. */
const LOOK_EVERY = 1000;

/**
 * Publishes what is due, each article in a transaction of its own. Any number of workers may run at once: a
 * row that one has locked the others pass by, and a worker that is killed leaves its article scheduled.
 * @param onError - told of an article that could not be published; the others are
 * @returns how many were published
 */
export async function publishDue(
  onError: (cause: unknown, articleId: number) => void,
  from: Store = store(),
): Promise<number> {
  const failed: number[] = [];
  for (let published = 0; ; published++) {
    let articleId = 0;
    try {
      const isMore = await from.database.transaction(async (tx) => {
        const now = from.clock.now();
        const [article] = await tx
          .select()
          .from(articles)
          .where(
            and(
              eq(articles.status, 'scheduled'),
              lte(articles.publishedAt, now),
              failed.length > 0 ? notInArray(articles.id, failed) : undefined,
            ),
          )
          .orderBy(asc(articles.publishedAt), asc(articles.id))
          .limit(1)
          .for('update', { skipLocked: true });
        if (!article?.publishedAt) return false;
        articleId = article.id;
        await showArticle(tx, article, article.publishedAt);
        await tx.update(articles).set({ changedAt: now }).where(eq(articles.id, articleId));
        await tx.insert(auditLog).values({
          at: now,
          articleId,
          verb: 'publish',
          fromVersion: article.version,
          toVersion: article.version,
        });
        const tags = await tagsOfArticle(tx, articleId);
        await appendOutbox(tx, { event: 'publish', tags });
        return true;
      });
      if (!isMore) return published;
    } catch (cause) {
      if (articleId === 0) throw cause;
      onError(cause, articleId);
      failed.push(articleId);
      published--;
    }
  }
}

/**
 * The database's own clock: what is due is decided by one clock, however many workers there are and
 * whatever theirs say. One whose machine is an hour ahead publishes nothing early.
 */
async function atDatabaseTime(from: Store): Promise<Store> {
  const [row] = await from.database.execute<{ now: string }>(
    sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  );
  const now = new Date(row?.now ?? NaN);
  return { ...from, clock: { now: () => now } };
}

/** Looks for what is due until it is stopped. */
export function startScheduler(
  onError: (cause: unknown, articleId?: number) => void,
  from: Store = store(),
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      await atDatabaseTime(from)
        .then((present) => publishDue(onError, present))
        .catch((cause: unknown) => onError(cause));
      await sleep(LOOK_EVERY, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
