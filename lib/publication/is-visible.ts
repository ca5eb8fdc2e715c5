import { and, eq } from 'drizzle-orm';
import { articles } from '../db/schema/articles.ts';
import { noteRead } from '../page-tags.ts';
import { articleTag } from '../cache-tags.ts';
import { store, type Store } from '../db/store.ts';
import { visibleAt } from './visibility.ts';

/** Whether readers may see an article now. Tag: the article. */
export async function isArticleVisible(articleId: number, from: Store = store()): Promise<boolean> {
  noteRead([articleTag(articleId)]);
  const [row] = await from.database
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.id, articleId), visibleAt(from.clock.now())));
  return row !== undefined;
}
