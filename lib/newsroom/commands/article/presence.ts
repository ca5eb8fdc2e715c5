import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { may, READ, seesDrafts } from '../../../accounts/permissions.ts';
import type { User } from '../../../accounts/user.ts';
import { ARTICLE_STATUSES } from '../../../content/article.ts';
import type { Presence, PresentPerson } from '../../../content/desk/desk.ts';
import { articles } from '../../../db/schema/articles.ts';
import { categories } from '../../../db/schema/categories.ts';
import { presences, users, workingCopies } from '../../../db/schema/newsroom.ts';
import { store, type Store } from '../../../db/store.ts';
import type { Refusal } from '../../../refusal.ts';
import { ok, refuse, type Result } from '../../../result.ts';
import { defineCommand } from '../declare/define-command.ts';

/** Milliseconds after its last beat after which a page counts as closed: two beats that were lost. */
const GONE = 25_000;
/** Milliseconds after a keystroke for which a user counts as typing. */
const TYPING = 12_000;

const input = z.strictObject({
  /** The id of the page. */
  writer: z.string().min(8).max(64),
  isTyping: z.boolean().default(false),
  isLeaving: z.boolean().default(false),
});

/**
 * Records that a page has the article open, or closes it, and answers the other pages that have it open: they
 * are rows of the database, so that any number of instances share them. Answers also the newest version and
 * sequence, so that an idle page can detect a newer text.
 */
export const command = defineCommand({
  input,
  permission: READ,
  statuses: ARTICLE_STATUSES,
  log: null,
  refusals: [],
  run: (user: User, articleId: number, wish: z.output<typeof input>, from = store()) =>
    beat(user, articleId, wish, from),
});

async function beat(
  user: User,
  articleId: number,
  { writer, isTyping, isLeaving }: z.output<typeof input>,
  { database, clock }: Store,
): Promise<Result<Presence, Refusal>> {
  const [article] = await database
    .select({
      locale: articles.locale,
      category: categories.slug,
      status: articles.status,
      createdBy: articles.createdBy,
      version: articles.version,
      publishedVersion: articles.publishedVersion,
      sequence: workingCopies.sequence,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .leftJoin(workingCopies, eq(workingCopies.articleId, articles.id))
    .where(eq(articles.id, articleId));
  if (!article || !may(user, READ, article)) {
    return refuse({ code: 'missing', message: 'No such article.' });
  }
  const now = clock.now();
  const own = and(eq(presences.articleId, articleId), eq(presences.writer, writer));
  if (isLeaving) await database.delete(presences).where(and(own, eq(presences.userId, user.id)));
  else {
    const seen = { seenAt: now, ...(isTyping && { typedAt: now }) };
    await database
      .insert(presences)
      .values({ articleId, writer, userId: user.id, since: now, ...seen })
      .onConflictDoUpdate({
        target: [presences.articleId, presences.writer],
        set: seen,
        setWhere: eq(presences.userId, user.id),
      });
  }
  const limit = new Date(now.getTime() - GONE);
  const rows = await database
    .select({
      userId: presences.userId,
      name: users.name,
      since: sql<string>`min(${presences.since})`.mapWith(presences.since),
      typedAt: sql<string | null>`max(${presences.typedAt})`.mapWith(presences.typedAt),
    })
    .from(presences)
    .innerJoin(users, eq(users.id, presences.userId))
    .where(
      and(
        eq(presences.articleId, articleId),
        gt(presences.seenAt, limit),
        sql`${presences.writer} <> ${writer}`,
      ),
    )
    .groupBy(presences.userId, users.name)
    .orderBy(sql`min(${presences.since})`, presences.userId);
  await database.delete(presences).where(lt(presences.seenAt, limit));
  const others = rows.map(({ userId, name, since, typedAt }): PresentPerson => ({
    name,
    since: new Date(since).toISOString(),
    isTyping: typedAt !== null && now.getTime() - new Date(typedAt).getTime() < TYPING,
    isSelf: userId === user.id,
  }));
  return seesDrafts(user, article)
    ? ok({ others, version: article.version, sequence: article.sequence ?? 0 })
    : ok({ others, version: article.publishedVersion ?? 0, sequence: 0 });
}
