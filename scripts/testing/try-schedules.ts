/** Schedules and embargoes kept by several processes that are killed at random: how often, how late, how early. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type { User } from '../../lib/accounts/user.ts';
import { systemClock } from '../../lib/clock.ts';
import { emptyDraft } from '../../lib/content/draft/draft.ts';
import { connectTo } from '../../lib/db/client.ts';
import { articles } from '../../lib/db/schema/articles.ts';
import { auditLog } from '../../lib/db/schema/newsroom.ts';
import { command as save } from '../../lib/newsroom/commands/article/save.ts';
import { command as schedule } from '../../lib/newsroom/commands/article/schedule.ts';
import { command as newArticle } from '../../lib/newsroom/commands/new/articles.ts';
import { readLogAfter } from '../../lib/events/log.ts';

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
  /** The same of the releases of those whose embargo ended after their publication. */
  lateReleases: number[];
}

const WORKER = new URL('../trials/schedule-worker.ts', import.meta.url).pathname;
/** Milliseconds from the last schedule that was made to the first that is due, on a machine that has time. */
const LEAD = 4000;
/** Milliseconds of a worker’s life on the mean at the most, however slow the machine is. */
const LONGEST_LIFE = 15_000;
const LOOK_EVERY = 50;
/** Milliseconds from a publication to the end of its embargo. */
const EMBARGO = 700;
/** Milliseconds without one more published, or one of the first workers killed, at which it is given up. */
const PATIENCE = 60_000;

export async function trySchedules(trial: ScheduleTrial): Promise<ScheduleFindings> {
  const { target, user, span } = trial;
  const { database, close } = connectTo({ url: target });
  const from = { database, clock: systemClock };
  const ids: number[] = [];
  const startedAt = Date.now();
  for (let number = 0; number < trial.articles; number++) {
    const headline = `Kept to the second ${number}`;
    const made = await newArticle.run(
      user,
      null,
      { locale: 'en', category: 'sport', headline },
      from,
    );
    if (!made.ok) throw new Error(made.refusal.message);
    ids.push(made.value.id);
  }
  // To save and schedule an article takes at most twice as long as to create it: all are scheduled before the first is due.
  const begin = Date.now() + LEAD + 4 * (Date.now() - startedAt);
  const due = new Map<number, number>();
  /** When the embargo ends of those that have one after their publication. */
  const embargoed = new Map<number, number>();
  for (const id of ids) {
    const at = new Date(begin + Math.floor(Math.random() * span));
    due.set(id, at.getTime());
    let version = 1;
    if (id % 2 === 0) {
      const embargoUntil = new Date(at.getTime() + EMBARGO);
      embargoed.set(id, embargoUntil.getTime());
      const draft = {
        ...emptyDraft('Kept to the second'),
        embargoUntil: embargoUntil.toISOString(),
      };
      const saved = await save.run(user, id, { version, draft, reason: 'kept' }, from);
      if (!saved.ok) throw new Error(saved.refusal.message);
      ({ version } = saved.value);
    }
    const answer = await schedule.run(user, id, { version, at }, from);
    if (!answer.ok) throw new Error(answer.refusal.message);
  }

  const running = new Set<ChildProcess>();
  let kills = 0;
  let lives = trial.lives;
  const seen = new Map<number, number>();
  /** When an onlooker first saw an article that was to be released without its embargo, in milliseconds. */
  const seenReleased = new Map<number, number>();
  let isOver = false;
  /** One place: a worker that is killed some time after it began to look is followed by another. */
  const work = async () => {
    while (!isOver) {
      const worker = spawn(process.execPath, [WORKER, target], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      running.add(worker);
      const before = seen.size;
      const gone = once(worker, 'exit');
      await Promise.race([once(worker.stdout, 'data'), gone]);
      await Promise.race([sleep(lives * 2 * Math.random()), gone]);
      if (isOver) return;
      worker.kill('SIGKILL');
      kills++;
      // Where so short a life is over before one look, the next is longer: a busy machine is slow, not wrong.
      if (seen.size > before) lives = trial.lives;
      else if (Date.now() > begin) lives = Math.min(lives * 1.5, LONGEST_LIFE);
      await gone;
      running.delete(worker);
    }
  };
  const working = Promise.all(Array.from({ length: trial.workers }, work));

  let progressAt = begin + span;
  let progress = 0;
  while (seen.size < ids.length || seenReleased.size < embargoed.size || kills < trial.workers) {
    const done = seen.size + seenReleased.size + Math.min(kills, trial.workers);
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
  isOver = true;
  for (const worker of running) worker.kill('SIGKILL');
  await working;

  const deeds = await database
    .select({ articleId: auditLog.articleId })
    .from(auditLog)
    .where(eq(auditLog.verb, 'publish'));
  const rows = await readLogAfter(database, 0, 10 * ids.length);
  const rowsOf = (type: 'article.published' | 'article.released' | 'clock.set-back', id: number) =>
    rows.filter(
      ({ event }) =>
        event?.type === type && event.appearances.some(({ articleId }) => articleId === id),
    );
  const notOnce = ids.flatMap((id) => {
    const entries = deeds.filter((deed) => deed.articleId === id).length;
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
  await close();
  const late = [...seen].map(([id, at]) => at - (due.get(id) ?? 0)).sort((a, b) => a - b);
  const lateReleases = [...seenReleased]
    .filter(([id]) => rowsOf('article.released', id).length > 0)
    .map(([id, at]) => at - (embargoed.get(id) ?? 0))
    .sort((a, b) => a - b);
  return { published: seen.size, notOnce, kills, late, lateReleases };
}
