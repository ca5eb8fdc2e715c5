/** Schedules and embargoes kept by several processes that are killed at random: how often, how late, how early. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type { User } from '../../lib/accounts/user.ts';
import { systemClock } from '../../lib/clock.ts';
import { connectTo, type Database } from '../../lib/db/client.ts';
import { articles } from '../../lib/db/schema/articles.ts';
import { auditLog } from '../../lib/db/schema/newsroom.ts';
import { readLogAfter } from '../../lib/events/log.ts';
import { makeSchedules, type Schedules } from './make-schedules.ts';

export interface ScheduleTrial {
  /** A postgres:// address, migrated. */
  target: string;
  /** An editor-in-chief who is there. */
  user: User;
  articles: number;
  workers: number;
  /** Milliseconds over which the schedules lie. */
  span: number;
  /** Milliseconds that a worker lives on the mean, once it looks for what is due. */
  lives: number;
}
export interface ScheduleFindings {
  published: number;
  /** A line for each article with more or less than one event of each kind, or row in the audit log. */
  notOnce: string[];
  kills: number;
  /** Milliseconds by which an onlooker saw them after their time, ascending; before it is below 0. */
  late: number[];
  /** The same of the ends of embargoes, of articles that were seen before with one. */
  lateReleases: number[];
}

const WORKER = new URL('../trials/schedule-worker.ts', import.meta.url).pathname;
/** Milliseconds of a worker’s life on the mean at the most, however slow the machine is. */
const LONGEST_LIFE = 15_000;
const LOOK_EVERY = 50;
/** Milliseconds without one more published, or one of the first workers killed, at which it is given up. */
const PATIENCE = 60_000;

export async function trySchedules(trial: ScheduleTrial): Promise<ScheduleFindings> {
  const { database, close } = connectTo({ url: trial.target });
  const schedules = await makeSchedules(trial, { database, clock: systemClock });
  const { due, embargoed } = schedules;
  const seen = new Map<number, number>();
  const seenReleased = new Map<number, number>();
  const workers = startWorkers(trial, schedules.begin, () => seen.size);
  await watch(database, trial, schedules, { seen, seenReleased, kills: workers.kills });
  await workers.stop();
  const notOnce = await findNotOnce(database, schedules);
  await close();
  const lateness = (times: Iterable<[number, number]>, since: ReadonlyMap<number, number>) =>
    [...times].map(([id, at]) => at - (since.get(id) ?? 0)).sort((a, b) => a - b);
  const ended = [...seenReleased].filter(([id, at]) => at > (seen.get(id) ?? 0));
  return {
    published: seen.size,
    notOnce,
    kills: workers.kills(),
    late: lateness(seen, due),
    lateReleases: lateness(ended, embargoed),
  };
}

/**
 * Keeps as many workers as the trial asks for: one that is killed some time after it began to look is
 * followed by another.
 * @param begin - the first time that is due, in milliseconds
 * @param published - answers how many articles were seen published
 */
function startWorkers(trial: ScheduleTrial, begin: number, published: () => number) {
  const running = new Set<ChildProcess>();
  let kills = 0;
  let lives = trial.lives;
  let isOver = false;
  const work = async () => {
    while (!isOver) {
      const worker = spawn(process.execPath, [WORKER, trial.target], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      running.add(worker);
      const before = published();
      const gone = once(worker, 'exit');
      await Promise.race([once(worker.stdout, 'data'), gone]);
      await Promise.race([sleep(lives * 2 * Math.random()), gone]);
      if (isOver) return;
      worker.kill('SIGKILL');
      kills++;
      // Where so short a life is over before one look, the next is longer: a busy machine is slow, not wrong.
      if (published() > before) lives = trial.lives;
      else if (Date.now() > begin) lives = Math.min(lives * 1.5, LONGEST_LIFE);
      await gone;
      running.delete(worker);
    }
  };
  const working = Promise.all(Array.from({ length: trial.workers }, work));
  return {
    kills: () => kills,
    stop: async () => {
      isOver = true;
      for (const worker of running) worker.kill('SIGKILL');
      await working;
    },
  };
}

/**
 * Notes when each article was first seen published, and when without its embargo, until all are, or nothing
 * happens any more.
 */
async function watch(
  database: Database,
  trial: ScheduleTrial,
  { ids, due, embargoed, begin }: Schedules,
  {
    seen,
    seenReleased,
    kills,
  }: { seen: Map<number, number>; seenReleased: Map<number, number>; kills: () => number },
): Promise<void> {
  let progressAt = begin + trial.span;
  let progress = 0;
  while (seen.size < ids.length || seenReleased.size < embargoed.size || kills() < trial.workers) {
    const done = seen.size + seenReleased.size + Math.min(kills(), trial.workers);
    if (done > progress) {
      progress = done;
      progressAt = Math.max(progressAt, Date.now());
    }
    if (Date.now() > progressAt + PATIENCE) break;
    const rows = await database
      .select({ id: articles.id, releasesAt: articles.releasesAt })
      .from(articles)
      .where(eq(articles.status, 'published'));
    const now = Date.now();
    for (const { id, releasesAt } of rows) {
      if (due.has(id) && !seen.has(id)) seen.set(id, now);
      if (embargoed.has(id) && !releasesAt && !seenReleased.has(id)) seenReleased.set(id, now);
    }
    await sleep(LOOK_EVERY);
  }
}

/** A line for each article whose events and rows in the audit log are not one of each. */
async function findNotOnce(database: Database, { ids, embargoed }: Schedules): Promise<string[]> {
  const logged = await database
    .select({ articleId: auditLog.articleId })
    .from(auditLog)
    .where(eq(auditLog.verb, 'publish'));
  const rows = await readLogAfter(database, 0, 10 * ids.length);
  const rowsOf = (type: 'article.published' | 'article.released' | 'clock.set-back', id: number) =>
    rows.filter(
      ({ event }) =>
        event?.type === type && event.appearances.some(({ articleId }) => articleId === id),
    );
  return ids.flatMap((id) => {
    const entries = logged.filter((row) => row.articleId === id).length;
    const publications = rowsOf('article.published', id);
    const releases = rowsOf('article.released', id);
    const embargo = embargoed.get(id) ?? -Infinity;
    // One that a slow machine published after its embargo is public with that event.
    const isReleased = (publications[0]?.at.getTime() ?? 0) < embargo;
    if (entries === 1 && publications.length === 1 && releases.length === Number(isReleased))
      return [];
    const times = (found: typeof rows) => found.map(({ at }) => at.toISOString()).join(' ');
    return [
      `article ${id}: ${entries} in the audit log, published ${times(publications)}, ` +
        `released ${times(releases)}, embargo ${embargo > 0 ? new Date(embargo).toISOString() : 'none'}, ` +
        `hidden again ${times(rowsOf('clock.set-back', id))}`,
    ];
  });
}
