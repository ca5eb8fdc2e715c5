import { nameOfUser } from './read-copy.ts';
import { readRevision } from './read-revision.ts';
import { and, desc, eq } from 'drizzle-orm';
import { commandsFor, may, READ, seesDrafts } from '../accounts/permissions.ts';
import { store, type Store } from '../db/store.ts';
import type { User } from '../accounts/user.ts';
import type { WorkingArticle } from '../content/desk/desk.ts';
import type { Draft } from '../content/draft/draft.ts';
import type { Database, Transaction } from '../db/client.ts';
import { articles, revisions, slugHistory, stories } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { users, workingCopies } from '../db/schema/newsroom.ts';

import { translationsOf } from './translations.ts';

/**
 * Reads an article for a user. A user who may not see its drafts gets the published text, as if nothing had
 * been written since.
 * @returns null when there is no such article, or the user may not read it
 */
export async function readWorkingArticle(
  user: User,
  articleId: number,
  from: Store = store(),
): Promise<WorkingArticle | null> {
  const { database } = from;
  const [row] = await database
    .select({
      article: articles,
      category: categories.slug,
      storyKey: stories.key,
      // In one statement with the version: a save between two would combine an older text with a newer
      // sequence.
      copy: workingCopies,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .innerJoin(stories, eq(stories.id, articles.storyId))
    .leftJoin(workingCopies, eq(workingCopies.articleId, articles.id))
    .where(eq(articles.id, articleId));
  if (!row) return null;
  const { article, category, storyKey, copy } = row;
  const subject = { ...article, category };
  if (!may(user, READ, subject)) return null;
  const isWhole = seesDrafts(user, subject);
  const version = isWhole ? article.version : (article.publishedVersion ?? 0);
  const unkept = isWhole && copy?.isDirty ? copy : null;
  const draft = unkept?.draft ?? (await readRevision(database, articleId, version));
  if (!draft) return null;
  const translations = await translationsOf(user, [article.storyId], from);
  const former = await database
    .select({ slug: slugHistory.slug })
    .from(slugHistory)
    .where(eq(slugHistory.articleId, articleId))
    .orderBy(desc(slugHistory.until));
  return {
    id: article.id,
    storyKey,
    locale: article.locale,
    slug: article.slug,
    category,
    status: article.status,
    version,
    publishedVersion: article.publishedVersion,
    publishedAt: article.publishedAt?.toISOString() ?? null,
    withdrawnReason: article.withdrawnReason,
    draft,
    sequence: isWhole ? (copy?.sequence ?? 0) : 0,
    writer: isWhole ? (copy?.writer ?? '') : '',
    self: { id: user.id, name: user.name, email: user.email },
    unkept: unkept && {
      savedBy: await nameOfUser(database, unkept.savedBy),
      savedAt: unkept.savedAt.toISOString(),
    },
    translations: translations.get(article.storyId) ?? [],
    formerSlugs: former.map(({ slug }) => slug),
    verbs: commandsFor(user, subject),
  };
}

/** The newest revisions of an article that a user may see, with the names of the users who saved them. */
export async function listRevisions(user: User, articleId: number, { database }: Store = store()) {
  const subject = await subjectOf(database, articleId);
  if (!subject || !may(user, READ, subject)) return [];
  const rows = await database
    .select({
      version: revisions.version,
      headline: revisions.headline,
      createdAt: revisions.createdAt,
      savedBy: revisions.savedBy,
      alsoBy: revisions.alsoBy,
      reason: revisions.reason,
    })
    .from(revisions)
    .where(
      and(
        eq(revisions.articleId, articleId),
        seesDrafts(user, subject)
          ? undefined
          : eq(revisions.version, subject.publishedVersion ?? 0),
      ),
    )
    .orderBy(desc(revisions.version))
    .limit(100);
  const people = await database.select({ id: users.id, name: users.name }).from(users);
  const names = new Map(people.map(({ id, name }) => [String(id), name]));
  return rows.map(({ savedBy, alsoBy, ...row }) => ({
    ...row,
    savedBy: names.get(savedBy) ?? savedBy,
    alsoBy: alsoBy === null ? null : (names.get(alsoBy) ?? alsoBy),
  }));
}

/** One revision of an article; null when there is none, or the user may not see it. */
export async function readRevisionFor(
  user: User,
  articleId: number,
  version: number,
  { database }: Store = store(),
): Promise<Draft | null> {
  const subject = await subjectOf(database, articleId);
  if (!subject || !may(user, READ, subject)) return null;
  if (!seesDrafts(user, subject) && version !== subject.publishedVersion) return null;
  return readRevision(database, articleId, version);
}

/** The facts of an article that permissions depend on; null when there is no such article. */
export async function subjectOf(database: Database | Transaction, articleId: number) {
  const [row] = await database
    .select({
      locale: articles.locale,
      category: categories.slug,
      status: articles.status,
      createdBy: articles.createdBy,
      publishedVersion: articles.publishedVersion,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(eq(articles.id, articleId));
  return row ?? null;
}
