import { readCopy, type WorkingCopy } from '../../desk/read-copy.ts';
import { readRevision } from '../../desk/read-revision.ts';
import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { store, type Store } from '../../accounts/store.ts';
import type { User } from '../../accounts/user.ts';
import { draftSchema, type Draft, type RevisionReason } from '../../content/draft/draft.ts';
import { articles } from '../../db/schema/articles.ts';
import { changeArticle, demandVersion, type Work } from '../change-article.ts';
import { withReplacements } from '../image-uses.ts';
import { Refused } from '../../refusal.ts';
import { applyDraft, demandKnown, insertRevision } from '../revisions.ts';
import { cutCopy, staleText, takeTurn, turnSchema, writeCopy, type Turn } from '../working-copy.ts';

const { sequence, writer, edit, version } = turnSchema.shape;
export const saveSchema = z.strictObject({
  version,
  draft: draftSchema,
  /** Sent by a page that also autosaves; without it, an article with an unsaved working copy is refused. */
  turn: z.strictObject({ sequence, writer, edit }).optional(),
  /** `merged`: two texts were merged, and the revision names both writers. */
  reason: z.enum(['kept', 'merged']).default('kept'),
});

/** The output of {@link saveSchema}. */
interface SaveWish {
  version: number;
  draft: Draft;
  turn?: Omit<Turn, 'version'> | undefined;
  reason?: 'kept' | 'merged';
}

/**
 * Saves a revision. Readers of a published article do not see it before `updateArticle`. An unsaved text of
 * another user becomes a revision first; a text equal to the newest revision makes no new one.
 * @param wish.version - the revision that the writer began from: refused as stale when there is a newer text
 * @returns the newest revision's number, and the working copy's sequence for a page that sent its own
 */
export function saveRevision(user: User, articleId: number, wish: SaveWish, from: Store = store()) {
  return changeArticle<{ version: number; sequence?: number }>(
    user,
    'save',
    articleId,
    async (work) => {
      const { tx, article } = work;
      const copy = await readCopy(tx, articleId);
      const turn = wish.turn && { ...wish.turn, version: wish.version };
      if (!turn) {
        demandVersion(article, wish.version);
        if (copy?.isDirty) throw await staleText(tx, article, copy);
      } else if ((await takeTurn(tx, article, copy, turn)) === 'known') {
        const toVersion = await cutCopy(work, wish.reason ?? 'kept', copy);
        return {
          value: { version: toVersion, sequence: copy?.sequence ?? 0 },
          isNothing: true,
        };
      }
      const draft = await withReplacements(tx, wish.draft);
      await demandKnown(tx, draft);
      const last = await readRevision(tx, articleId, article.version);
      if (turn && !copy?.isDirty && isDeepStrictEqual(last, draft)) {
        return {
          value: { version: article.version, sequence: copy?.sequence ?? 0 },
          isNothing: true,
        };
      }
      if (copy?.savedBy !== user.id || wish.reason === 'merged')
        await cutCopy(work, 'handover', copy);
      const value = await addRevision(work, copy, {
        user,
        draft,
        reason: wish.reason ?? 'kept',
        turn,
      });
      return {
        value: turn ? value : { version: value.version },
        toVersion: value.version,
        isUnseen: true,
        ...(wish.reason === 'merged' && { note: 'merged' }),
      };
    },
    from,
  );
}

/**
 * Makes an earlier revision the newest text, as a new revision; an unsaved working copy becomes a revision
 * first.
 * @param wish.version - the newest revision that the user saw: refused as stale when there is a newer one
 * @param wish.restored - the revision to restore
 */
export function restoreRevision(
  user: User,
  articleId: number,
  { version: base, restored }: { version: number; restored: number },
  from: Store = store(),
) {
  return changeArticle(
    user,
    'save',
    articleId,
    async (work) => {
      const { tx, article } = work;
      demandVersion(article, base);
      const before = await readRevision(tx, articleId, restored);
      if (!before) throw new Refused('invalid', `There is no revision ${restored}.`);
      const draft = await withReplacements(tx, before);
      await demandKnown(tx, draft);
      const copy = await readCopy(tx, articleId);
      await cutCopy(work, 'handover', copy);
      const value = await addRevision(work, copy, { user, draft, reason: 'restored' });
      return { value, toVersion: value.version, isUnseen: true, note: `restored ${restored}` };
    },
    from,
  );
}

/** Writes a revision and makes it the newest text. */
async function addRevision(
  work: Work,
  copy: WorkingCopy | null,
  {
    user,
    draft,
    reason,
    turn,
  }: { user: User; draft: Draft; reason: RevisionReason; turn?: Turn | undefined },
): Promise<{ version: number; sequence: number }> {
  const { tx, article, now } = work;
  const version = article.version + 1;
  const other = copy?.savedBy;
  await insertRevision(tx, {
    articleId: article.id,
    version,
    draft,
    savedBy: String(user.id),
    alsoBy: reason === 'merged' && other && other !== user.id ? String(other) : null,
    reason,
    now,
  });
  await tx.update(articles).set({ version }).where(eq(articles.id, article.id));
  if (article.status !== 'published') await applyDraft(tx, article.id, draft);
  const text = { draft, isDirty: false, savedBy: user.id };
  const sequence = await writeCopy(
    work,
    copy,
    turn ? { ...text, writer: turn.writer, edit: turn.edit } : text,
  );
  return { version, sequence };
}
