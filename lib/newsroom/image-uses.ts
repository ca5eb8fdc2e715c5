import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Body } from '../content/body/body.ts';
import type { Draft } from '../content/draft/draft.ts';
import type { Transaction } from '../db/client.ts';
import { articles, revisions } from '../db/schema/articles.ts';
import { images, imageUses } from '../db/schema/images.ts';
import { workingCopies } from '../db/schema/newsroom.ts';

/** The pictures that a body names. */
export function imagesOfBody(body: Body): string[] {
  return body.content.flatMap((block) => {
    if (block.type === 'image') return [block.attrs.imageId];
    return block.type === 'gallery' ? block.content.map((image) => image.attrs.imageId) : [];
  });
}

/** Every picture that a text names. */
export const imagesOfDraft = ({ body, image }: Pick<Draft, 'body' | 'image'>): string[] => [
  ...new Set([...imagesOfBody(body), ...(image ? [image.imageId] : [])]),
];

/**
 * Notes which pictures texts show. The row holds the picture in the library: one that is being removed at the
 * same moment is waited for, and is then either there for good or known to be gone.
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

/** Notes that readers are shown pictures: their addresses are known from now on, whatever becomes of the articles. */
export async function noteShown(tx: Transaction, imageIds: readonly string[]): Promise<void> {
  if (imageIds.length === 0) return;
  await tx
    .update(images)
    .set({ isKnown: true })
    .where(and(inArray(images.id, [...imageIds]), eq(images.isKnown, false)));
}

/**
 * Forgets pictures that an article has stopped to show before any revision did: put into what was being
 * written and taken out again. Whoever calls it holds the article.
 * @param imageIds - those that might be named no more
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

/** A draft in which pictures that were replaced since it was begun are named by what took their place. */
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
 * What each id stands for now: itself, or what took its place; none for what is not in the library. Held until
 * the transaction ends, so that no picture goes or is replaced in between.
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
