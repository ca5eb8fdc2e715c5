import { eq } from 'drizzle-orm';
import { WRITE } from '../../../accounts/permissions.ts';
import { articles } from '../../../db/schema/articles.ts';
import { cutCopy } from '../../working-copy/working-copy.ts';
import { articleCommand } from '../declare/article-command.ts';
import { nothing } from '../declare/inputs.ts';

/** Submits a draft for review by an editor. */
export const command = articleCommand({
  input: nothing,
  permission: WRITE,
  statuses: ['draft'],
  log: 'submit',
  refusals: [],
  change: async (work) => {
    const { tx, article } = work;
    const toVersion = await cutCopy(work, 'submitted');
    await tx.update(articles).set({ status: 'in_review' }).where(eq(articles.id, article.id));
    return { value: null, toVersion };
  },
});
