import { eq } from 'drizzle-orm';
import { PUBLISH } from '../../../accounts/permissions.ts';
import { articles } from '../../../db/schema/articles.ts';
import { articleCommand } from '../declare/article-command.ts';
import { nothing } from '../declare/inputs.ts';

/** Cancels a schedule: the article is a draft again. */
export const command = articleCommand({
  input: nothing,
  permission: PUBLISH,
  statuses: ['scheduled'],
  log: 'unschedule',
  refusals: [],
  change: async ({ tx, article }) => {
    await tx
      .update(articles)
      .set({ status: 'draft', publishedAt: null })
      .where(eq(articles.id, article.id));
    return { value: null };
  },
});
