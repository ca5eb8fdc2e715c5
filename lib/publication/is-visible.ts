import { and, eq } from 'drizzle-orm';
import { articles } from '../db/schema/articles.ts';
import { source, type Source } from './source.ts';
import { visibleAt } from './visibility.ts';

/** Milliseconds that an answer is trusted: a counter is asked far more often than articles change. */
const LIFETIME = 5000;
const MOST = 20_000;
const answers = new Map<number, { isVisible: boolean; until: number }>();

/** Whether readers may see an article just now; remembered for five seconds. */
export async function isArticleVisible(
  articleId: number,
  from: Source = source(),
): Promise<boolean> {
  const now = from.clock.now();
  const known = answers.get(articleId);
  if (known && known.until > now.getTime()) return known.isVisible;
  const [row] = await from.database
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.id, articleId), visibleAt(now)));
  if (answers.size >= MOST) answers.clear();
  answers.set(articleId, { isVisible: row !== undefined, until: now.getTime() + LIFETIME });
  return row !== undefined;
}
