import { z } from 'zod';
import { WRITE } from '../../../accounts/permissions.ts';
import { readCopy } from '../../../desk/read-copy.ts';
import { readRevision } from '../../../desk/read-revision.ts';
import { Refused } from '../../../refusal.ts';
import { demandVersion } from '../../change-article.ts';
import { withReplacements } from '../../image-uses.ts';
import { demandKnown } from '../../revisions.ts';
import { cutCopy } from '../../working-copy/working-copy.ts';
import { addRevision } from '../add-revision.ts';
import { articleCommand } from '../declare/article-command.ts';
import { version } from '../declare/inputs.ts';

/**
 * Makes an earlier revision the newest text, as a new revision; an unsaved working copy becomes a revision
 * first.
 * `version` is the newest revision that the user saw: refused as `stale` when there is a newer one.
 * `restored` is the revision to restore.
 */
export const command = articleCommand({
  input: z.strictObject({ version, restored: version }),
  permission: WRITE,
  log: 'save',
  refusals: ['stale'],
  change: async (work, { version: base, restored }) => {
    const { tx, article, user } = work;
    demandVersion(article, base);
    const before = await readRevision(tx, article.id, restored);
    if (!before) throw new Refused('invalid', `There is no revision ${restored}.`);
    const draft = await withReplacements(tx, before);
    await demandKnown(tx, draft);
    const copy = await readCopy(tx, article.id);
    await cutCopy(work, 'handover', copy);
    const value = await addRevision(work, copy, { user, draft, reason: 'restored' });
    return { value, toVersion: value.version, note: `restored ${restored}` };
  },
});
