import { desc, eq } from 'drizzle-orm';
import { may } from '../auth/permissions.ts';
import { store, type Store } from '../auth/store.ts';
import type { User } from '../auth/user.ts';
import { ARTICLE_VERBS, type WorkingArticle } from '../content/desk.ts';
import type { Draft } from '../content/draft.ts';
import { articles, revisions, slugHistory, stories } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { users, workingCopies } from '../db/schema/newsroom.ts';
import { readRevision } from './revisions.ts';
import { tellingsOf } from './tellings.ts';
import { nameOfUser } from './working-copy.ts';

/** Reads an article for somebody; null when there is none that they may read. */
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
      // In one statement with the version: a save in between would pair an older text with a newer sequence.
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
  if (!may(user, 'read', subject)) return null;
  const draft = copy?.isDirty
    ? copy.draft
    : await readRevision(database, articleId, article.version);
  if (!draft) return null;
  const tellings = await tellingsOf(user, [article.storyId], from);
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
    version: article.version,
    publishedVersion: article.publishedVersion,
    publishedAt: article.publishedAt?.toISOString() ?? null,
    withdrawnReason: article.withdrawnReason,
    draft,
    sequence: copy?.sequence ?? 0,
    writer: copy?.writer ?? '',
    self: { id: user.id, name: user.name, email: user.email },
    unkept: copy?.isDirty
      ? {
          savedBy: await nameOfUser(database, copy.savedBy),
          savedAt: copy.savedAt.toISOString(),
        }
      : null,
    tellings: tellings.get(article.storyId) ?? [],
    formerSlugs: former.map(({ slug }) => slug),
    verbs: ARTICLE_VERBS.filter((verb) => may(user, verb, subject)),
  };
}

/** The newest revisions of an article, and who saved them. Ask {@link readWorkingArticle} first. */
export async function listRevisions(articleId: number, { database }: Store = store()) {
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
    .where(eq(revisions.articleId, articleId))
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

/** One revision of an article that somebody may read. */
export async function readRevisionFor(
  user: User,
  articleId: number,
  version: number,
  from: Store = store(),
): Promise<Draft | null> {
  const article = await readWorkingArticle(user, articleId, from);
  return article && readRevision(from.database, articleId, version);
}
