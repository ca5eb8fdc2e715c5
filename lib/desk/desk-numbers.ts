/** The urgent numbers of the desk: missed schedules, failed deliveries, drafts in review, present readers. */
import { and, asc, count, eq, gt, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import { leftOutArticles, setBackAt } from '../alarms.ts';
import { PUBLISH } from '../accounts/permissions.ts';
import { store, type Store } from '../db/store.ts';
import type { User } from '../accounts/user.ts';
import type { DeskNumbers } from '../content/desk/desk.ts';
import { articles, viewHours } from '../db/schema/articles.ts';
import { outbox, outboxTargets } from '../db/schema/outbox.ts';
import { reachedBy, readableBy } from './reach.ts';

/** Milliseconds after which a missed schedule raises an alarm. */
const OVERDUE = 5000;
/** Milliseconds after which an undelivered event is shown. */
const UNSENT = 60_000;
const NAMED = 5;
/** The most rows that are counted; a larger number is “very many” in any case. */
const MOST_ROWS = 1000;
const HOUR = 3_600_000;
const HOURS = 24;

/** Counts what the desk shows above its list, of the articles that a user may read. */
export async function readDeskNumbers(user: User, from: Store = store()): Promise<DeskNumbers> {
  const { database, clock } = from;
  const now = clock.now();
  const isLate = and(
    readableBy(user),
    eq(articles.status, 'scheduled'),
    lt(articles.publishedAt, new Date(now.getTime() - OVERDUE)),
  );
  const mayPublish = PUBLISH[user.role] !== 'none';
  const isAhead = and(
    readableBy(user),
    eq(articles.status, 'published'),
    gt(articles.publishedAt, new Date(now.getTime() + OVERDUE)),
  );
  const [working, overdue, late, ahead, early, leftOut, waiting, unsent, hours] = await Promise.all(
    [
      database
        .select({ status: articles.status, total: count() })
        .from(articles)
        .where(and(inArray(articles.status, ['draft', 'in_review', 'scheduled']), readableBy(user)))
        .groupBy(articles.status),
      named(database, isLate),
      database.select({ total: count() }).from(articles).where(isLate),
      named(database, isAhead),
      database.select({ total: count() }).from(articles).where(isAhead),
      mayPublish ? listLeftOut(user, from) : [],
      mayPublish
        ? database
            .select({ total: count() })
            .from(articles)
            .where(and(eq(articles.status, 'in_review'), reachedBy(user, PUBLISH)))
        : null,
      mayPublish ? listUnsent(from) : [],
      listHours(from),
    ],
  );
  const totalOf = (status: string) => working.find((row) => row.status === status)?.total ?? 0;
  return {
    readAt: now.toISOString(),
    overdue,
    overdueTotal: late[0]?.total ?? 0,
    ahead,
    aheadTotal: early[0]?.total ?? 0,
    leftOut,
    setBackAt: mayPublish ? (setBackAt()?.toISOString() ?? null) : null,
    draft: totalOf('draft'),
    in_review: totalOf('in_review'),
    scheduled: totalOf('scheduled'),
    waiting: waiting && (waiting[0]?.total ?? 0),
    unsent,
    hours,
  };
}

async function named(
  database: Store['database'],
  where: SQL | undefined,
): Promise<DeskNumbers['overdue']> {
  const rows = await database
    .select({
      id: articles.id,
      locale: articles.locale,
      headline: articles.headline,
      at: articles.publishedAt,
    })
    .from(articles)
    .where(where)
    .orderBy(asc(articles.publishedAt))
    .limit(NAMED);
  return rows.map((row) => ({ ...row, at: row.at?.toISOString() ?? '' }));
}

/** Those of the articles left out of a page or feed that are still published: the others are no loss. */
async function listLeftOut(user: User, { database }: Store): Promise<DeskNumbers['leftOut']> {
  const leftOut = leftOutArticles();
  if (leftOut.length === 0) return [];
  const ids = leftOut.map(({ articleId }) => articleId);
  const rows = await database
    .select({ id: articles.id, locale: articles.locale, headline: articles.headline })
    .from(articles)
    .where(and(inArray(articles.id, ids), eq(articles.status, 'published'), readableBy(user)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return leftOut.flatMap(({ articleId, place }) => {
    const row = byId.get(articleId);
    return row ? [{ ...row, place }] : [];
  });
}

/** The number of overdue and of too early articles, of all articles, for metrics. */
export async function countAlarms(
  { database, clock }: Store = store(),
): Promise<{ overdue: number; ahead: number }> {
  const now = clock.now().getTime();
  const [row] = await database
    .select({
      overdue: countIf(
        and(eq(articles.status, 'scheduled'), lt(articles.publishedAt, new Date(now - OVERDUE))),
      ),
      ahead: countIf(
        and(eq(articles.status, 'published'), gt(articles.publishedAt, new Date(now + OVERDUE))),
      ),
    })
    .from(articles)
    // Each half uses an index.
    .where(
      or(
        eq(articles.status, 'scheduled'),
        and(eq(articles.status, 'published'), gt(articles.publishedAt, new Date(now))),
      ),
    );
  return { overdue: row?.overdue ?? 0, ahead: row?.ahead ?? 0 };
}
const countIf = (condition: SQL | undefined) =>
  sql<number>`(count(*) filter (where ${condition}))::integer`;

/** The outbox rows not delivered to a target, when the oldest has waited too long. */
async function listUnsent({ database, clock }: Store): Promise<DeskNumbers['unsent']> {
  const late = new Date(clock.now().getTime() - UNSENT);
  const targets = await database.select().from(outboxTargets).orderBy(asc(outboxTargets.target));
  const unsent: DeskNumbers['unsent'] = [];
  for (const { target, cursor, lastFailure, nextTryAt } of targets) {
    const [oldest] = await database
      .select({ at: outbox.at })
      .from(outbox)
      .where(gt(outbox.id, cursor))
      .orderBy(asc(outbox.id))
      .limit(1);
    if (!oldest || oldest.at > late) continue;
    const some = database
      .select({ id: outbox.id })
      .from(outbox)
      .where(gt(outbox.id, cursor))
      .limit(MOST_ROWS)
      .as('some');
    const [counted] = await database.select({ rows: count() }).from(some);
    unsent.push({
      target,
      rows: counted?.rows ?? 0,
      since: oldest.at.toISOString(),
      reason: lastFailure,
      nextTryAt: nextTryAt.toISOString(),
    });
  }
  return unsent;
}

/** The views of the last 24 hours, including hours without a view. */
async function listHours({ database, clock }: Store): Promise<DeskNumbers['hours']> {
  const present = Math.floor(clock.now().getTime() / HOUR) * HOUR;
  const first = new Date(present - (HOURS - 1) * HOUR);
  const rows = await database
    .select({ hour: viewHours.hour, views: viewHours.views })
    .from(viewHours)
    .where(gte(viewHours.hour, first));
  const views = new Map(rows.map((row) => [row.hour.getTime(), row.views]));
  return Array.from({ length: HOURS }, (_, index) => {
    const hour = first.getTime() + index * HOUR;
    return { hour: new Date(hour).toISOString(), views: views.get(hour) ?? 0 };
  });
}
