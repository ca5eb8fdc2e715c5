import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { articles } from '../../db/schema/articles.ts';
import { workingCopies } from '../../db/schema/newsroom.ts';
import type { Locale } from '../../i18n/locales.ts';
import { lockArticle } from '../change-article.ts';
import { cutCopy } from '../working-copy/working-copy.ts';

/**
 * Makes revisions of the unsaved working copies of some stories, and increments the sequence of the working
 * copies, so that open pages find their text stale: for a caller that then writes revisions itself.
 */
export async function setAside(
  tx: Transaction,
  storyIds: readonly number[],
  locales: readonly Locale[],
): Promise<void> {
  const rows = await tx
    .select({ id: articles.id, isDirty: workingCopies.isDirty })
    .from(workingCopies)
    .innerJoin(articles, eq(articles.id, workingCopies.articleId))
    .where(and(inArray(articles.storyId, [...storyIds]), inArray(articles.locale, [...locales])));
  for (const { id, isDirty } of rows) {
    const article = isDirty ? await lockArticle(tx, id) : null;
    if (article) await cutCopy({ tx, article, now: new Date() }, 'handover');
    await tx
      .update(workingCopies)
      .set({ sequence: sql`${workingCopies.sequence} + 1`, writer: '', savedBy: null })
      .where(eq(workingCopies.articleId, id));
  }
}
