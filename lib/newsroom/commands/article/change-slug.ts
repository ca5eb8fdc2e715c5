import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { WRITE } from '../../../accounts/permissions.ts';
import { keySchema } from '../../../content/draft/draft.ts';
import { articles, slugHistory } from '../../../db/schema/articles.ts';
import { Refused } from '../../../refusal.ts';
import { isFreeSlug } from '../../free-slug.ts';
import { articleCommand } from '../declare/article-command.ts';

/** Changes an article's slug. An old address that was public redirects to the new one permanently. */
export const command = articleCommand({
  input: z.strictObject({ slug: keySchema }),
  permission: WRITE,
  log: 'change-slug',
  event: 'slug.changed',
  refusals: ['slug_taken'],
  change: async ({ tx, article, now }, { slug }) => {
    const { id: articleId, locale } = article;
    if (slug === article.slug) return { value: { slug } };
    if (!(await isFreeSlug(tx, locale, slug, articleId))) {
      throw new Refused('slug_taken', `The slug “${slug}” belongs to another article.`);
    }
    await tx
      .delete(slugHistory)
      .where(and(eq(slugHistory.locale, locale), eq(slugHistory.slug, slug)));
    await tx.update(articles).set({ slug }).where(eq(articles.id, articleId));
    if (article.publishedVersion !== null) {
      await tx.insert(slugHistory).values({ locale, slug: article.slug, articleId, until: now });
    }
    return { value: { slug }, note: article.slug };
  },
});
