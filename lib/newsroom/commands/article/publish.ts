import { z } from 'zod';
import { PUBLISH } from '../../../accounts/permissions.ts';
import { demandVersion } from '../../change-article.ts';
import { showArticle } from '../../show-article.ts';
import { articleCommand } from '../declare/article-command.ts';
import { version } from '../declare/inputs.ts';

/**
 * Publishes now; a withdrawn article is published again with its former date.
 * `version` is the revision that the user saw: refused as `stale` when there is a newer one.
 */
export const command = articleCommand({
  input: z.strictObject({ version }),
  permission: PUBLISH,
  statuses: ['draft', 'in_review', 'scheduled', 'withdrawn'],
  log: 'publish',
  event: 'article.published',
  refusals: ['stale'],
  change: async ({ tx, article, now }, wish) => {
    demandVersion(article, wish.version);
    await showArticle(tx, article, now);
    return { value: null };
  },
});
