import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Body } from '../content/body/body.ts';
import { picturesIn } from '../content/body/pictures-in.ts';
import type { Draft } from '../content/draft/draft.ts';
import type { Transaction } from '../db/client.ts';
import { articles, revisions } from '../db/schema/articles.ts';
import { images, imageUses } from '../db/schema/images.ts';
import { workingCopies } from '../db/schema/newsroom.ts';

/** The ids of the pictures that a body names. */
export const imagesOfBody = (body: Body): string[] =>
  picturesIn(body.content).map(({ attrs }) => attrs.imageId);

/** The ids of all pictures that a draft names, each once. */
export const imagesOfDraft = ({ body, image }: Pick<Draft, 'body' | 'image'>): string[] => [
  ...new Set([...imagesOfBody(body), ...(image ? [image.imageId] : [])]),
];

/**
 * Records which pictures the drafts show. A recorded use keeps the picture in the library. When a picture is
 * being removed at the same time, this waits for that transaction, and then knows whether the picture exists.
 */
export async function noteImageUses(
  tx: Transaction,
  shown: readonly { articleId: number; draft: Pick<Draft, 'body' | 'image'> }[],
): Promise<void> {
  const rows = shown.flatMap(({ articleId, draft }) =>
    imagesOfDraft(draft).map((imageId) => ({ articleId, imageId })),
  );
  const meant = await meantBy(tx, [...new Set(rows.map(({ imageId }) => imageId))]);
  const uses = rows.flatMap(({ articleId, imageId }) => {
    const id = meant.get(imageId);
    return id === undefined ? [] : [{ articleId, imageId: id }];
  });
  if (uses.length > 0) await tx.insert(imageUses).values(uses).onConflictDoNothing();
}

/**
 * Marks pictures as shown to readers: their addresses are known from now on, even after an article is
 * withdrawn.
 */
export async function noteShown(tx: Transaction, imageIds: readonly string[]): Promise<void> {
  if (imageIds.length === 0) return;
  await tx
    .update(images)
    .set({ isKnown: true })
    .where(and(inArray(images.id, [...imageIds]), eq(images.isKnown, false)));
}

/**
 * Deletes the uses of pictures that were added to a working copy and removed again before any revision showed
 * them. The caller must hold the article's lock.
 * @param imageIds - the pictures to check: those that may no longer be named
 */
export async function forgetImageUses(
  tx: Transaction,
  articleId: number,
  imageIds: readonly string[],
): Promise<void> {
  if (imageIds.length === 0) return;
  const names = (text: SQL) => sql`position(${imageUses.imageId} in ${text}) > 0`;
  await tx.delete(imageUses).where(sql`${imageUses.articleId} = ${articleId}
    and ${inArray(imageUses.imageId, [...imageIds])}
    and not exists (select 1 from ${articles} a where a.id = ${articleId}
      and (a.image_id = ${imageUses.imageId} or ${names(sql`a.body::text`)}))
    and not exists (select 1 from ${revisions} r where r.article_id = ${articleId}
      and (${names(sql`r.body::text`)} or ${names(sql`coalesce(r.details::text, '')`)}))
    and not exists (select 1 from ${workingCopies} w where w.article_id = ${articleId}
      and ${names(sql`w.draft::text`)})`);
}

/**
 * The draft with the ids of pictures that were replaced in the meantime changed to the replacing pictures.
 */
export async function withReplacements<Named extends Pick<Draft, 'body' | 'image'>>(
  tx: Transaction,
  draft: Named,
): Promise<Named> {
  const meant = [...(await meantBy(tx, imagesOfDraft(draft)))].filter(([id, by]) => id !== by);
  if (meant.length === 0) return draft;
  let text = JSON.stringify(draft);
  for (const [id, by] of meant) text = text.replaceAll(`"imageId":"${id}"`, `"imageId":"${by}"`);
  return JSON.parse(text) as Named;
}

/**
 * The current id for each id: itself, or that of the replacing picture; ids that are not in the library are
 * absent. The rows stay locked until the transaction ends, so that no picture is removed or replaced
 * meanwhile.
 */
async function meantBy(
  tx: Transaction,
  imageIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (imageIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: images.id, by: images.replacedBy })
    .from(images)
    .where(inArray(images.id, [...imageIds]))
    .for('key share');
  return new Map(rows.map(({ id, by }) => [id, by ?? id]));
}
