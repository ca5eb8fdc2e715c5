import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { PUBLISH } from '../../../accounts/permissions.ts';
import { articles, corrections } from '../../../db/schema/articles.ts';
import { articleCommand } from '../declare/article-command.ts';

/** Adds a public correction with its date. */
export const command = articleCommand({
  input: z.strictObject({ text: z.string().trim().min(1).max(5000) }),
  permission: PUBLISH,
  statuses: ['published'],
  log: 'correct',
  event: 'article.corrected',
  refusals: [],
  change: async ({ tx, article, now }, { text }) => {
    await tx.insert(corrections).values({ articleId: article.id, at: now, text });
    await tx.update(articles).set({ updatedAt: now }).where(eq(articles.id, article.id));
    return { value: null, note: text };
  },
});
