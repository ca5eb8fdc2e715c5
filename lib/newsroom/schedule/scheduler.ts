import { and, asc, eq, lte, notInArray, sql } from 'drizzle-orm';
import { store, type Store } from '../../db/store.ts';
import { articles } from '../../db/schema/articles.ts';
import { auditLog } from '../../db/schema/newsroom.ts';
import { append } from '../../events/append.ts';
import { startJob, type Job } from '../../job.ts';
import { showArticle } from '../show-article.ts';
import { endDue, hideAhead, releaseDue } from './due.ts';
import { readAppearances } from '../read-appearances.ts';

/**
 * Milliseconds between checks while nothing is due: a schedule that was set meanwhile is late by this at
 * most.
 */
const LOOK_EVERY = 2000;
/** Milliseconds until the next check after one that could not do what is due. */
const AGAIN_AFTER = 1000;
/** Milliseconds by which two clocks may differ over a few seconds when nobody sets them. */
const TOLERANCE = 5;

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
        const appearances = await readAppearances(tx, [articleId]);
        await append(tx, { type: 'article.published', appearances });
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

interface Look {
  /** The database's time. */
  now: Date;
  /** Milliseconds until something is due; Infinity when nothing will be. */
  wait: number;
}

/** Each part uses an index of its own, so that the size of the archive does not matter. */
const LOOK = sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as now,
  (select (extract(epoch from min(at) filter (where at < 'infinity') - clock_timestamp()) * 1000)::float8 from (
    select min(published_at) as at from articles where status = 'scheduled'
    union all select min(releases_at) from articles where releases_at is not null
    union all select min(until) from front_pins
    union all select min(breaking_until) from fronts) as moments) as wait`;

async function lookAt({ database }: Store): Promise<Look> {
  const [row] = await database.execute<{ now: number; wait: number | null }>(LOOK);
  return { now: new Date(row?.now ?? NaN), wait: row?.wait ?? Infinity };
}

/**
 * Notices that the database's clock was set back.
 * @returns a function that takes the database's time and, in milliseconds of a clock that nobody sets, when
 *   it was asked for and when the answer came; it returns whether less has passed there than here
 */
export function clockWatch(): (now: Date, asked: number, answered: number) => boolean {
  let last: { now: number; answered: number } | null = null;
  return (now, asked, answered) => {
    // Before the first look nobody knows.
    const isBack = last === null || now.getTime() < last.now + (asked - last.answered) - TOLERANCE;
    last = { now: now.getTime(), answered };
    return isBack;
  };
}

/**
 * Publishes and releases what is due, and ends what is over, until it is stopped. The database's clock
 * decides, not the clocks of the workers: a worker whose machine is an hour ahead publishes nothing early.
 * What became due while no process ran is done at the first look.
 * @param onError - called without an article id when the check itself failed
 * @returns the job; it looks at once when it is asked to
 */
export function startScheduler(
  onError: (cause: unknown, articleId?: number) => void,
  from: Store = store(),
): Job {
  const { database } = from;
  const isSetBack = clockWatch();
  return startJob({
    run: async () => {
      const asked = performance.now();
      const { now, wait } = await lookAt(from);
      if (isSetBack(now, asked, performance.now())) await hideAhead(database);
      if (wait > 0) return Math.min(Math.ceil(wait), LOOK_EVERY);
      const published = await publishDue(onError, { ...from, clock: { now: () => now } });
      const released = await releaseDue(database);
      const ended = await endDue(database);
      return published + released + ended > 0 ? 0 : AGAIN_AFTER;
    },
    every: AGAIN_AFTER,
    onError,
  });
}
