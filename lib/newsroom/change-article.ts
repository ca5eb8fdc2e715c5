import { eq } from 'drizzle-orm';
import { may, READ, type ArticlePermission } from '../accounts/permissions.ts';
import { store, type Store } from '../db/store.ts';
import type { User } from '../accounts/user.ts';
import type { ArticleStatus } from '../content/article.ts';
import type { Transaction } from '../db/client.ts';
import { articles, stories } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { auditLog } from '../db/schema/newsroom.ts';
import type { Appearance } from '../events/appearance.ts';
import { append } from '../events/append.ts';
import type { ArticleEventType } from '../events/events.ts';
import { ok, refuse, type Result } from '../result.ts';
import { Refused, type Refusal } from '../refusal.ts';
import { distinct, readAppearances } from './read-appearances.ts';

/** An article's row with its category's slug, locked until the transaction ends. */
export type LockedArticle = typeof articles.$inferSelect & { category: string };

/** The transaction, the locked article and the time that a command works with. */
export interface Work {
  tx: Transaction;
  article: LockedArticle;
  now: Date;
}

/** Who may run a command, and on an article of which status. */
export interface ArticleRule {
  permission: ArticlePermission;
  statuses: readonly ArticleStatus[];
}

/** The result of a command: the value for the caller, and the data for the audit log and the event. */
export interface Deed<Value> {
  value: Value;
  toVersion?: number;
  note?: string;
  /** Where readers find and found the other articles that the command changed. */
  appearances?: Appearance[];
  /** Nothing was done that belongs in the audit log: no audit row is written and no event appended. */
  isNothing?: boolean;
}

/**
 * Runs a transaction and returns its refusals as results.
 * @returns the value of `work`, or the refusal that it threw, or `slug_taken`
 * @throws every other error of `work` or of the database
 */
export async function inTransaction<Value>(
  { database }: Store,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Result<Value, Refusal>> {
  try {
    return ok(await database.transaction(work));
  } catch (cause) {
    if (cause instanceof Refused) return refuse(cause.refusal);
    if (isTakenSlug(cause)) {
      return refuse({ code: 'slug_taken', message: 'Another article has this slug.' });
    }
    throw cause;
  }
}

/**
 * Runs `work` on one article for a user, in a transaction that holds the article's lock. An article that the
 * user may not read is refused as missing, not as forbidden.
 * @returns the value of `work`, or a refusal: `missing`, `forbidden`, `wrong_status`, or the one that `work`
 *   threw
 */
export function onArticle<Value>(
  user: User,
  rule: ArticleRule,
  articleId: number,
  work: (work: Work) => Promise<Value>,
  from: Store = store(),
): Promise<Result<Value, Refusal>> {
  const now = from.clock.now();
  return inTransaction(from, async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (!article || !may(user, READ, article)) throw new Refused('missing', 'No such article.');
    if (!may(user, rule.permission, article)) {
      throw new Refused('forbidden', 'Your role does not allow this on this article.');
    }
    if (!rule.statuses.includes(article.status)) {
      throw new Refused('wrong_status', `The article is ${article.status}.`);
    }
    return work({ tx, article, now });
  });
}

/**
 * One command on one article: checks the permission and the status, runs `work`, and in the same transaction
 * writes the audit row and, when readers find or found the article, its event.
 * @param rule.log - the verb under which the audit log names the command
 * @param rule.event - none, when readers see no difference even in a published article
 * @returns the value of `work`, or a refusal as of {@link onArticle}
 */
export function changeArticle<Value>(
  user: User,
  rule: ArticleRule & { log: string; event?: ArticleEventType | undefined },
  articleId: number,
  work: (work: Work) => Promise<Deed<Value>>,
  from: Store = store(),
): Promise<Result<Value, Refusal>> {
  return onArticle(
    user,
    rule,
    articleId,
    async ({ tx, article, now }) => {
      const before = await readAppearances(tx, [articleId]);
      const deed = await work({ tx, article, now });
      if (deed.isNothing) return deed.value;
      await tx.update(articles).set({ changedAt: now }).where(eq(articles.id, articleId));
      await tx.insert(auditLog).values({
        at: now,
        userId: user.id,
        articleId,
        verb: rule.log,
        fromVersion: article.version,
        toVersion: deed.toVersion ?? article.version,
        note: deed.note ?? null,
      });
      if (!rule.event) return deed.value;
      const after = await readAppearances(tx, [articleId]);
      const appearances = distinct([...before, ...after, ...(deed.appearances ?? [])]);
      if (appearances.length > 0) await append(tx, { type: rule.event, appearances });
      return deed.value;
    },
    from,
  );
}

/**
 * Locks the story and then the article: always in this order, so that two commands cannot deadlock.
 * @returns null when there is no such article
 */
export async function lockArticle(
  tx: Transaction,
  articleId: number,
): Promise<LockedArticle | null> {
  const [found] = await tx
    .select({ storyId: articles.storyId })
    .from(articles)
    .where(eq(articles.id, articleId));
  if (!found) return null;
  await tx
    .select({ id: stories.id })
    .from(stories)
    .where(eq(stories.id, found.storyId))
    .for('update');
  const [article] = await tx
    .select()
    .from(articles)
    .where(eq(articles.id, articleId))
    .for('update');
  if (!article) return null;
  const [category] = await tx
    .select({ slug: categories.slug })
    .from(categories)
    .where(eq(categories.id, article.categoryId));
  return { ...article, category: category?.slug ?? '' };
}

/**
 * Refuses a change that began from another revision than the newest.
 * @throws Refused `stale`
 */
export function demandVersion(article: LockedArticle, version: number): void {
  if (article.version === version) return;
  throw new Refused(
    'stale',
    `Revision ${article.version} was saved meanwhile; this began from revision ${version}.`,
    article.version,
  );
}

/** PostgreSQL's unique_violation of the slug: two transactions took the same slug at the same time. */
function isTakenSlug(cause: unknown): boolean {
  const fault = (cause as { cause?: { code?: string; constraint_name?: string } }).cause;
  return fault?.code === '23505' && fault.constraint_name === 'articles_locale_slug';
}
