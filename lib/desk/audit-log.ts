/** The audit log: the actions of all users. */
import { and, asc, desc, eq, gte, lt } from 'drizzle-orm';
import { mayReadLog } from '../accounts/permissions.ts';
import { store, type Store } from '../db/store.ts';
import type { User } from '../accounts/user.ts';
import type { LogPage, LogQuery, LogRow } from '../content/desk/audit.ts';
import { COMMAND_FACTS } from '../content/desk/command-facts.generated.ts';
import { articles } from '../db/schema/articles.ts';
import { auditLog, users } from '../db/schema/newsroom.ts';
import { refuse, ok, type Result } from '../result.ts';
import type { Refusal } from '../refusal.ts';

const PAGE = 50;
/** The verbs of the commands on people: what no user did of them was done at the terminal. */
const ABOUT_PEOPLE: ReadonlySet<string> = new Set([
  COMMAND_FACTS.new.people.log,
  ...Object.values(COMMAND_FACTS.person).map(({ log }) => log),
]);

/** A page of the log, the newest entry first. */
export async function readLog(
  user: User,
  query: LogQuery,
  from: Store = store(),
): Promise<Result<LogPage, Refusal>> {
  if (!mayReadLog(user)) {
    return refuse({ code: 'forbidden', message: 'The log is read by editors-in-chief.' });
  }
  const found = await readDeeds(query, PAGE + 1, from);
  const rows = found.slice(0, PAGE);
  return ok({ rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null });
}

/** The log entries of one article, the newest first. Check the permission with `readWorkingArticle` first. */
export const readHistory = (articleId: number, from: Store = store()): Promise<LogPage['rows']> =>
  readDeeds(
    { userId: null, verb: null, articleId, from: null, until: null, before: null },
    PAGE,
    from,
  );

/** All users whom the log may name, for its filter; none for a user who may not read the log. */
export async function listActors(user: User, { database }: Store = store()) {
  if (!mayReadLog(user)) return [];
  return database.select({ id: users.id, name: users.name }).from(users).orderBy(asc(users.name));
}

async function readDeeds(query: LogQuery, limit: number, { database }: Store): Promise<LogRow[]> {
  const rows = await database
    .select({
      id: auditLog.id,
      at: auditLog.at,
      name: users.name,
      verb: auditLog.verb,
      articleId: articles.id,
      locale: articles.locale,
      headline: articles.headline,
      fromVersion: auditLog.fromVersion,
      toVersion: auditLog.toVersion,
      note: auditLog.note,
    })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.userId))
    .leftJoin(articles, eq(articles.id, auditLog.articleId))
    .where(
      and(
        query.userId === null ? undefined : eq(auditLog.userId, query.userId),
        query.verb === null ? undefined : eq(auditLog.verb, query.verb),
        query.articleId === null ? undefined : eq(auditLog.articleId, query.articleId),
        query.from === null ? undefined : gte(auditLog.at, new Date(query.from)),
        query.until === null ? undefined : lt(auditLog.at, new Date(query.until)),
        query.before === null ? undefined : lt(auditLog.id, query.before),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(limit);
  return rows.map(({ articleId, locale, headline, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    source: row.name !== null ? 'user' : ABOUT_PEOPLE.has(row.verb) ? 'terminal' : 'portal',
    article:
      articleId !== null && locale !== null && headline !== null
        ? { id: articleId, locale, headline }
        : null,
  }));
}
