import { and, eq } from 'drizzle-orm';
import type { ArticleCard } from '../content/article.ts';
import { articles } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { images } from '../db/schema/images.ts';
import { noteRead } from '../page-tags.ts';
import { articleTag, PUBLICATION_TAG } from '../cache-tags.ts';
import { cardColumns, cardOf } from './lists/cards.ts';
import { store, type Store } from '../db/store.ts';
import { visibleAt } from './visibility.ts';

/** One article as lists show it, or null when readers may not see it. Tags: the article, the publication. */
export async function getCard(
  articleId: number,
  from: Store = store(),
): Promise<ArticleCard | null> {
  noteRead([articleTag(articleId), PUBLICATION_TAG]);
  const [row] = await from.database
    .select(cardColumns)
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .leftJoin(images, eq(images.id, articles.imageId))
    .where(and(eq(articles.id, articleId), visibleAt(from.clock.now())));
  return row ? cardOf(row) : null;
}
