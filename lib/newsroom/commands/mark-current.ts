import { eq } from 'drizzle-orm';
import { store, type Store } from '../../accounts/store.ts';
import type { User } from '../../accounts/user.ts';
import { articles } from '../../db/schema/articles.ts';
import { changeArticle } from '../change-article.ts';
import { Refused } from '../../refusal.ts';

/**
 * Marks a translation as up to date with its original: it becomes stale again only when the original is
 * changed for readers after this.
 * @param wish.original - the version of the original that the user compared: refused as `stale` when there is
 *   a newer one; null: not checked
 */
export function markCurrent(
  user: User,
  articleId: number,
  { original }: { original: number | null },
  from: Store = store(),
) {
  return changeArticle(
    user,
    'mark-current',
    articleId,
    async ({ tx, article }) => {
      if (article.translatedFrom === null) {
        throw new Refused('invalid', 'This article is no translation.');
      }
      const [row] = await tx
        .select({ version: articles.version, publishedVersion: articles.publishedVersion })
        .from(articles)
        .where(eq(articles.id, article.translatedFrom));
      if (!row) throw new Refused('missing', 'The original is gone.');
      const newest = row.publishedVersion ?? row.version;
      if (original !== null && original !== newest) {
        throw new Refused('stale', `The original is at revision ${newest} meanwhile.`, newest);
      }
      await tx
        .update(articles)
        .set({ translatedVersion: newest })
        .where(eq(articles.id, articleId));
      return {
        value: { original: newest },
        isUnseen: true,
        note: `${article.translatedVersion} → ${newest}`,
      };
    },
    from,
  );
}
