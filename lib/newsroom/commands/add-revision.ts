import { eq } from 'drizzle-orm';
import type { User } from '../../accounts/user.ts';
import type { Draft, RevisionReason } from '../../content/draft/draft.ts';
import { articles } from '../../db/schema/articles.ts';
import type { WorkingCopy } from '../../desk/read-copy.ts';
import type { Work } from '../change-article.ts';
import { applyDraft, insertRevision } from '../revisions.ts';
import { writeCopy, type Turn } from '../working-copy/working-copy.ts';

/** Writes a revision and makes it the newest text. */
export async function addRevision(
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
