import { z } from 'zod';
import { WRITE } from '../../../accounts/permissions.ts';
import { hashToken, newToken } from '../../../accounts/tokens.ts';
import { previewLinks } from '../../../db/schema/newsroom.ts';
import { readRevision } from '../../../desk/read-revision.ts';
import { Refused } from '../../../refusal.ts';
import { cutCopy } from '../../working-copy/working-copy.ts';
import { articleCommand } from '../declare/article-command.ts';
import { version } from '../declare/inputs.ts';

const DAY = 86_400_000;

/**
 * Makes a link with which a person without an account can read one article, and answers its token: only its
 * hash is stored, so that it cannot be shown again.
 * `version` is one revision; null: always the newest. `days`: after them the link expires.
 */
export const command = articleCommand({
  input: z.strictObject({
    version: version.nullable(),
    days: z.number().int().min(1).max(30).default(7),
  }),
  permission: WRITE,
  log: 'preview',
  refusals: [],
  change: async (work, { version: shown, days }) => {
    const { tx, now, article, user } = work;
    const toVersion = await cutCopy(work, 'previewed');
    if (shown !== null && !(await readRevision(tx, article.id, shown))) {
      throw new Refused('invalid', `There is no revision ${shown}.`);
    }
    const token = newToken();
    await tx.insert(previewLinks).values({
      articleId: article.id,
      version: shown,
      tokenHash: hashToken(token),
      createdBy: user.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * DAY),
    });
    return { value: { token }, toVersion, note: shown === null ? 'newest' : String(shown) };
  },
});
