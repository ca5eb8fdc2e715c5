import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { may, WRITE } from '../../../accounts/permissions.ts';
import { articles, stories } from '../../../db/schema/articles.ts';
import { categories } from '../../../db/schema/categories.ts';
import { Refused } from '../../../refusal.ts';
import { categoryIdOf } from '../../category-id.ts';
import { readAppearances } from '../../read-appearances.ts';
import { articleCommand } from '../declare/article-command.ts';
import { category } from '../declare/inputs.ts';

/**
 * Moves a story, with all its translations, to another category: the user must be allowed to move each of
 * them.
 */
export const command = articleCommand({
  input: z.strictObject({ category }),
  permission: WRITE,
  log: 'move',
  event: 'article.moved',
  refusals: [],
  change: async ({ tx, article, user }, wish) => {
    const categoryId = await categoryIdOf(tx, wish.category);
    const translations = await tx
      .select()
      .from(articles)
      .innerJoin(categories, eq(categories.id, articles.categoryId))
      .where(eq(articles.storyId, article.storyId));
    for (const { articles: row } of translations) {
      const subject = { ...row, category: article.category };
      if (!may(user, WRITE, subject) || !may(user, WRITE, { ...subject, ...wish })) {
        throw new Refused('forbidden', `Your role does not reach to the ${row.locale} article.`);
      }
    }
    const ids = translations.map(({ articles: { id } }) => id);
    const before = await readAppearances(tx, ids);
    // The foreign key updates the category of the articles.
    await tx.update(stories).set({ categoryId }).where(eq(stories.id, article.storyId));
    const appearances = [...before, ...(await readAppearances(tx, ids))];
    return { value: wish, note: article.category, appearances };
  },
});
