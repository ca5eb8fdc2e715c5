import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { WRITE } from '../../../accounts/permissions.ts';
import { previewLinks } from '../../../db/schema/newsroom.ts';
import { articleCommand } from '../declare/article-command.ts';
import { rowId } from '../declare/inputs.ts';

/** Revokes a preview link at once. */
export const command = articleCommand({
  input: z.strictObject({ linkId: rowId }),
  permission: WRITE,
  log: 'preview',
  refusals: [],
  change: async ({ tx, article, now }, { linkId }) => {
    await tx
      .update(previewLinks)
      .set({ revokedAt: now })
      .where(and(eq(previewLinks.id, linkId), eq(previewLinks.articleId, article.id)));
    return { value: null, note: `revoked ${linkId}` };
  },
});
