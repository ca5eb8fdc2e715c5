import { setTimeout as sleep } from 'node:timers/promises';
import { and, asc, eq, lte, notInArray, sql } from 'drizzle-orm';
import { store, type Store } from '../db/store.ts';
import { appendOutbox } from '../db/outbox.ts';
import { articles } from '../db/schema/articles.ts';
import { auditLog } from '../db/schema/newsroom.ts';
import { showArticle } from './show-article.ts';
import { tagsOfArticle } from './tags-of-article.ts';

/**
 * Milliseconds between checks while nothing is due: a schedule that was set meanwhile is late by this at
 * most.
 */
const LOOK_EVERY = 2000;
/** Milliseconds until the next check after one that published, or failed. */
const AGAIN_AFTER = 1000;

/**
 * Publishes the articles that are due, each in its own transaction. Any number of workers may run at the same
 * time: a row that one has locked is skipped by the others, and a worker that is killed leaves its article
 * scheduled.
 * @param onError - called with each article that could not be published; the others are published
 * @returns how many were published
 * @throws an error of the database before an article was found
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
 * The database's clock decides what is due, not the clocks of the workers: a worker whose machine is an hour
 * ahead publishes nothing early.
 * @returns the store at that time, and the milliseconds until the next schedule; Infinity when there is none
 */
async function atDatabaseTime(from: Store): Promise<{ present: Store; wait: number }> {
  const [row] = await from.database.execute<{ now: string; wait: number | null }>(sql`
    select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now,
      (select extract(epoch from min(published_at) - clock_timestamp()) * 1000
        from articles where status = 'scheduled')::float8 as wait`);
  const now = new Date(row?.now ?? NaN);
  return { present: { ...from, clock: { now: () => now } }, wait: row?.wait ?? Infinity };
}

/**
 * Publishes due articles until it is stopped.
 * @param onError - called without an article id when the check itself failed
 */
export function startScheduler(
  onError: (cause: unknown, articleId?: number) => void,
  from: Store = store(),
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  /** @returns milliseconds until the next check */
  const look = async (): Promise<number> => {
    const { present, wait } = await atDatabaseTime(from);
    if (wait > 0) return Math.min(wait, LOOK_EVERY);
    await publishDue(onError, present);
    return AGAIN_AFTER;
  };
  const run = async () => {
    while (!stopping.signal.aborted) {
      const rest = await look().catch((cause: unknown) => {
        onError(cause);
        return AGAIN_AFTER;
      });
      await sleep(rest, undefined, { signal: stopping.signal }).catch(() => {});
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
