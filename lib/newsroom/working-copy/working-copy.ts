/**
 * The working copy: the one text of an article that is being written and is not a revision yet
 * (`docs/decisions/0009`).
 */
import { readCopy, nameOfUser, type WorkingCopy } from '../../desk/read-copy.ts';
import { readRevision } from '../../desk/read-revision.ts';
import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Draft, NewestText } from '../../content/draft/draft.ts';
import type { RevisionReason } from '../../content/draft/draft.ts';
import type { Transaction } from '../../db/client.ts';
import { articles } from '../../db/schema/articles.ts';
import { images } from '../../db/schema/images.ts';
import { auditLog, workingCopies } from '../../db/schema/newsroom.ts';
import { authors, topics } from '../../db/schema/people.ts';
import type { LockedArticle, Work } from '../change-article.ts';
import { forgetImageUses, imagesOfDraft, noteImageUses, withReplacements } from '../image-uses.ts';
import { Refused } from '../../refusal.ts';
import { applyDraft, insertRevision } from '../revisions.ts';

/** What a page sends with its text. */
export const turnSchema = z.strictObject({
  /**
   * The sequence of the text that the page began from; 0 with `version` when there is no working copy yet.
   */
  sequence: z.number().int().min(0),
  version: z.number().int().min(1),
  /** The id of the page, which the page generated itself. */
  writer: z.string().min(8).max(64),
  /** Per-page save counter, for idempotency: a save that arrives late or twice is recognised. */
  edit: z.number().int().min(1),
});
export type Turn = z.infer<typeof turnSchema>;

/**
 * Accepts a save of a page when it began from the newest text.
 * @returns `known` when this save, or a later one of the page, is stored already
 * @throws Refused `stale` with the newest text
 */
export async function takeTurn(
  tx: Transaction,
  article: LockedArticle,
  copy: WorkingCopy | null,
  turn: Turn,
): Promise<'new' | 'known'> {
  if (!copy && turn.sequence === 0 && turn.version === article.version) return 'new';
  if (copy?.sequence === turn.sequence) return 'new';
  // The response to the page's last save was lost. No other page saved since: `writer` would be another one.
  if (copy?.writer === turn.writer && copy.sequence === turn.sequence + 1) {
    return turn.edit > copy.edit ? 'new' : 'known';
  }
  throw await staleText(tx, article, copy);
}

/** The refusal `stale`, with the newest text, for a text that began from an older one. */
export async function staleText(
  tx: Transaction,
  article: LockedArticle,
  copy: WorkingCopy | null,
): Promise<Refused> {
  const draft = copy?.isDirty ? copy.draft : await readRevision(tx, article.id, article.version);
  const savedBy = await nameOfUser(tx, copy?.savedBy ?? null);
  const newest: NewestText | undefined = draft
    ? {
        sequence: copy?.sequence ?? 0,
        version: article.version,
        draft,
        savedBy,
        savedAt: (copy?.savedAt ?? article.changedAt).toISOString(),
      }
    : undefined;
  return new Refused(
    'stale',
    `The text was changed meanwhile; the newest revision is ${article.version}.`,
    article.version,
    newest,
  );
}

/**
 * Stores the working copy. All changes of the text use this function, so that each increments the sequence.
 * @param copy - the working copy before the change; null when there is none
 * @returns the new sequence
 */
export async function writeCopy(
  { tx, article, now }: Work,
  copy: WorkingCopy | null,
  text: Pick<WorkingCopy, 'draft' | 'isDirty' | 'savedBy'> &
    Partial<Pick<WorkingCopy, 'writer' | 'edit' | 'handedAt'>>,
): Promise<number> {
  const sequence = (copy?.sequence ?? 0) + 1;
  const draft = await withReplacements(tx, text.draft);
  const row = { sequence, savedAt: now, writer: '', edit: 0, ...text, draft };
  await tx
    .insert(workingCopies)
    .values({ articleId: article.id, ...row })
    .onConflictDoUpdate({ target: workingCopies.articleId, set: row });
  await noteImageUses(tx, [{ articleId: article.id, draft }]);
  const shown = imagesOfDraft(draft);
  const left = copy ? imagesOfDraft(copy.draft).filter((id) => !shown.includes(id)) : [];
  await forgetImageUses(tx, article.id, left);
  return sequence;
}

/**
 * Makes a revision of the unsaved working copy, with its last writer as the author; the row of an article
 * that is not published is updated too. The working copy's text and its sequence do not change.
 * @param copy - read from the database when it is missing
 * @returns the newest version: a new one, or the present one when nothing is unsaved
 */
export async function cutCopy(
  { tx, article, now }: Work,
  reason: RevisionReason,
  copy?: WorkingCopy | null,
): Promise<number> {
  const unkept = copy ?? (await readCopy(tx, article.id));
  if (!unkept?.isDirty) return article.version;
  const { savedBy } = unkept;
  const draft = await withReplacements(tx, unkept.draft);
  const version = article.version + 1;
  await insertRevision(tx, {
    articleId: article.id,
    version,
    draft,
    savedBy: String(savedBy ?? ''),
    reason,
    now,
  });
  await tx.update(articles).set({ version, changedAt: now }).where(eq(articles.id, article.id));
  await tx
    .update(workingCopies)
    .set({ isDirty: false })
    .where(eq(workingCopies.articleId, article.id));
  if (article.status !== 'published') {
    const known = await knownOf(tx, draft);
    await applyDraft(tx, article.id, { ...known, headline: draft.headline || article.headline });
  }
  await tx.insert(auditLog).values({
    at: now,
    userId: savedBy,
    articleId: article.id,
    verb: 'save',
    fromVersion: article.version,
    toVersion: version,
    note: reason,
  });
  article.version = version;
  return version;
}

/**
 * The draft without authors, topics and pictures that no longer exist: the text is saved even if it names
 * some.
 */
async function knownOf(tx: Transaction, draft: Draft): Promise<Draft> {
  const slugsOf = async (table: typeof authors | typeof topics, slugs: string[]) => {
    if (slugs.length === 0) return [];
    const rows = await tx
      .select({ slug: table.slug })
      .from(table)
      .where(inArray(table.slug, slugs));
    return slugs.filter((slug) => rows.some((row) => row.slug === slug));
  };
  const { image } = draft;
  const found = image
    ? await tx.select({ id: images.id }).from(images).where(eq(images.id, image.imageId))
    : [];
  return {
    ...draft,
    authors: await slugsOf(authors, draft.authors),
    topics: await slugsOf(topics, draft.topics),
    image: found.length > 0 ? image : null,
  };
}
