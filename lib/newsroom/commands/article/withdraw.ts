import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { PUBLISH } from '../../../accounts/permissions.ts';
import { articles } from '../../../db/schema/articles.ts';
import { readRevision } from '../../../desk/read-revision.ts';
import { applyDraft } from '../../revisions.ts';
import { articleCommand } from '../declare/article-command.ts';

/** Withdraws an article: its address answers 410. The reason is visible in the newsroom only. */
export const command = articleCommand({
  input: z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
  permission: PUBLISH,
  statuses: ['published'],
  log: 'withdraw',
  event: 'article.withdrawn',
  refusals: [],
  change: async ({ tx, article }, { reason }) => {
    await tx
      .update(articles)
      .set({ status: 'withdrawn', withdrawnReason: reason })
      .where(eq(articles.id, article.id));
    const newest = await readRevision(tx, article.id, article.version);
    if (newest) await applyDraft(tx, article.id, newest);
    return { value: null, note: reason };
  },
});
