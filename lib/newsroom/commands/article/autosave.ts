import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { WRITE } from '../../../accounts/permissions.ts';
import { store } from '../../../db/store.ts';
import type { User } from '../../../accounts/user.ts';
import { ARTICLE_STATUSES } from '../../../content/article.ts';
import { workingDraftSchema, type Draft } from '../../../content/draft/draft.ts';
import { articles } from '../../../db/schema/articles.ts';
import { readCopy } from '../../../desk/read-copy.ts';
import { onArticle, type Work } from '../../change-article.ts';
import { indexDraftWords } from '../../search/index-desk.ts';
import { cutCopy, takeTurn, turnSchema, writeCopy } from '../../working-copy/working-copy.ts';
import { defineCommand } from '../declare/define-command.ts';

/**
 * Milliseconds: when two users write at the same time, a revision of the other's text is made at most this
 * often.
 */
const HANDOVER_EVERY = 60_000;
/** Milliseconds between two updates of the desk's order while a text is being written. */
const NOTE_EVERY = 60_000;

const rule = { permission: WRITE, statuses: ARTICLE_STATUSES };
const input = turnSchema.extend({ draft: workingDraftSchema });

/**
 * Saves the working copy without making a revision: the audit log gets no row, readers see no change. An
 * unsaved text of another user becomes a revision first.
 * Answers the working copy's new sequence and the newest revision, only after the commit.
 */
export const command = defineCommand({
  ...rule,
  input,
  log: null,
  refusals: ['stale'],
  run: (
    user: User,
    articleId: number,
    { draft, ...turn }: z.output<typeof input>,
    from = store(),
  ) =>
    onArticle(
      user,
      rule,
      articleId,
      async (work) => {
        const { tx, article, now } = work;
        const copy = await readCopy(tx, articleId);
        if ((await takeTurn(tx, article, copy, turn)) === 'known') {
          return { sequence: copy?.sequence ?? 0, version: article.version };
        }
        const isHandover =
          copy?.isDirty === true &&
          copy.savedBy !== user.id &&
          now.getTime() - (copy.handedAt?.getTime() ?? 0) >= HANDOVER_EVERY;
        const version = isHandover ? await cutCopy(work, 'handover', copy) : article.version;
        const sequence = await writeCopy(work, copy, {
          draft,
          isDirty: true,
          savedBy: user.id,
          writer: turn.writer,
          edit: turn.edit,
          ...(isHandover && { handedAt: now }),
        });
        await updateDesk(work, draft);
        return { sequence, version };
      },
      from,
    ),
});

/**
 * Updates the headline that the desk shows for an article that is not published, and the desk's search index.
 */
async function updateDesk({ tx, article, now }: Work, draft: Draft): Promise<void> {
  const { headline, standfirst } = draft;
  const isHidden = article.status !== 'published' && headline !== '';
  const isNew = headline !== article.headline || standfirst !== article.standfirst;
  const isLong = now.getTime() - article.changedAt.getTime() >= NOTE_EVERY;
  if (!isLong && !(isHidden && isNew)) return;
  await tx
    .update(articles)
    .set({ changedAt: now, ...(isHidden && { headline, standfirst }) })
    .where(eq(articles.id, article.id));
  if (isLong) await indexDraftWords(tx, article.id, draft);
}
