import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { WRITE } from '../../../accounts/permissions.ts';
import { draftSchema } from '../../../content/draft/draft.ts';
import { readCopy } from '../../../desk/read-copy.ts';
import { readRevision } from '../../../desk/read-revision.ts';
import { demandVersion } from '../../change-article.ts';
import { withReplacements } from '../../image-uses.ts';
import { demandKnown } from '../../revisions.ts';
import { cutCopy, staleText, takeTurn, turnSchema } from '../../working-copy/working-copy.ts';
import { addRevision } from '../add-revision.ts';
import { articleCommand } from '../declare/article-command.ts';

const { sequence, writer, edit, version } = turnSchema.shape;

/**
 * Saves a revision. Readers of a published article do not see it before the command `update`. An unsaved text
 * of another user becomes a revision first; a text equal to the newest revision makes no new one.
 * `version` is the revision that the writer began from: refused as `stale` when there is a newer text.
 * Answers the newest revision's number, and the working copy's sequence to a page that sent its own.
 */
export const command = articleCommand({
  input: z.strictObject({
    version,
    draft: draftSchema,
    /** Sent by a page that also autosaves; without it, an article with an unsaved working copy is refused. */
    turn: z.strictObject({ sequence, writer, edit }).optional(),
    /** `merged`: two texts were merged, and the revision names both writers. */
    reason: z.enum(['kept', 'merged']).default('kept'),
  }),
  permission: WRITE,
  log: 'save',
  refusals: ['stale'],
  change: async (work, { reason, ...wish }) => {
    const { tx, article, user } = work;
    const copy = await readCopy(tx, article.id);
    const turn = wish.turn && { ...wish.turn, version: wish.version };
    const unchanged = (newest: number) => ({
      value: { version: newest, sequence: copy?.sequence ?? 0 },
      isNothing: true,
    });
    if (!turn) {
      demandVersion(article, wish.version);
      if (copy?.isDirty) throw await staleText(tx, article, copy);
    } else if ((await takeTurn(tx, article, copy, turn)) === 'known') {
      return unchanged(await cutCopy(work, reason, copy));
    }
    const draft = await withReplacements(tx, wish.draft);
    await demandKnown(tx, draft);
    const last = await readRevision(tx, article.id, article.version);
    if (turn && !copy?.isDirty && isDeepStrictEqual(last, draft)) return unchanged(article.version);
    if (copy?.savedBy !== user.id || reason === 'merged') await cutCopy(work, 'handover', copy);
    const value = await addRevision(work, copy, { user, draft, reason, turn });
    return {
      value: { version: value.version, ...(turn && { sequence: value.sequence }) },
      toVersion: value.version,
      ...(reason === 'merged' && { note: 'merged' }),
    };
  },
});
