import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { PUBLISH } from '../../../accounts/permissions.ts';
import { articles } from '../../../db/schema/articles.ts';
import { demandVersion } from '../../change-article.ts';
import { showArticle } from '../../show-article.ts';
import { articleCommand } from '../declare/article-command.ts';
import { version } from '../declare/inputs.ts';

/**
 * Shows readers the newest revision of a published article.
 * `isMarkedUpdated`: whether the update changes the date of the last update that readers see.
 */
export const command = articleCommand({
  input: z.strictObject({ version, isMarkedUpdated: z.boolean() }),
  permission: PUBLISH,
  statuses: ['published'],
  log: 'update',
  event: 'article.updated',
  refusals: ['stale'],
  change: async ({ tx, article, now }, { version: seen, isMarkedUpdated }) => {
    demandVersion(article, seen);
    await showArticle(tx, article, now);
    if (isMarkedUpdated)
      await tx.update(articles).set({ updatedAt: now }).where(eq(articles.id, article.id));
    return { value: null, note: isMarkedUpdated ? 'told' : 'untold' };
  },
});
