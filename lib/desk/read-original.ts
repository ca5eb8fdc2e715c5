import { readRevision } from './read-revision.ts';
import { eq } from 'drizzle-orm';
import { store, type Store } from '../db/store.ts';
import type { User } from '../accounts/user.ts';
import type { Original } from '../content/desk/desk.ts';
import { articles } from '../db/schema/articles.ts';
import { readWorkingArticle } from './read-article.ts';

/**
 * The article that another one was translated from: its published text, or its newest revision when it is not
 * published.
 * @returns null when there is none, or the user may not read it
 */
export async function readOriginal(
  user: User,
  articleId: number,
  from: Store = store(),
): Promise<Original | null> {
  const { database } = from;
  const [row] = await database
    .select({ id: articles.translatedFrom, version: articles.translatedVersion })
    .from(articles)
    .where(eq(articles.id, articleId));
  if (!row?.id) return null;
  const original = await readWorkingArticle(user, row.id, from);
  if (!original) return null;
  const version = original.publishedVersion ?? original.version;
  const draft = await readRevision(database, original.id, version);
  if (!draft) return null;
  const { headline, standfirst, body } = draft;
  const { id, locale } = original;
  return { id, locale, version, translatedVersion: row.version, headline, standfirst, body };
}
