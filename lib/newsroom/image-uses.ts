import { inArray, sql } from 'drizzle-orm';
import type { Body } from '../content/body.ts';
import type { Draft } from '../content/draft.ts';
import type { Transaction } from '../db/client.ts';
import { images, imageUses } from '../db/schema/images.ts';

/** The pictures that a body names. */
export function imagesOfBody(body: Body): string[] {
  return body.content.flatMap((block) => {
    if (block.type === 'image') return [block.attrs.imageId];
    return block.type === 'gallery' ? block.content.map((image) => image.attrs.imageId) : [];
  });
}

/** Every picture that a revision names. */
export const imagesOfDraft = ({ body, image }: Pick<Draft, 'body' | 'image'>): string[] => [
  ...new Set([...imagesOfBody(body), ...(image ? [image.imageId] : [])]),
];

/**
 * Notes which pictures revisions show. The row holds the picture in the library: one that is being removed
 * at the same moment is either there for good, or this transaction fails.
 */
export async function noteImageUses(
  tx: Transaction,
  shown: readonly { articleId: number; draft: Pick<Draft, 'body' | 'image'> }[],
): Promise<void> {
  const rows = shown.flatMap(({ articleId, draft }) =>
    imagesOfDraft(draft).map((imageId) => ({ articleId, imageId })),
  );
  if (rows.length === 0) return;
  const known = await tx
    .select({ id: images.id, by: images.replacedBy })
    .from(images)
    .where(inArray(images.id, [...new Set(rows.map(({ imageId }) => imageId))]));
  const meant = new Map(known.map(({ id, by }) => [id, by ?? id]));
  const uses = rows.flatMap(({ articleId, imageId }) => {
    const id = meant.get(imageId);
    return id === undefined ? [] : [{ articleId, imageId: id }];
  });
  if (uses.length > 0) await tx.insert(imageUses).values(uses).onConflictDoNothing();
}

/** A draft in which pictures that were replaced since it was begun are named by what took their place. */
export async function withReplacements<Named extends Pick<Draft, 'body' | 'image'>>(
  tx: Transaction,
  draft: Named,
): Promise<Named> {
  const named = imagesOfDraft(draft);
  if (named.length === 0) return draft;
  const rows = await tx
    .select({ id: images.id, by: images.replacedBy })
    .from(images)
    .where(sql`${inArray(images.id, named)} and ${images.replacedBy} is not null`);
  if (rows.length === 0) return draft;
  let text = JSON.stringify(draft);
  for (const { id, by } of rows) text = text.replaceAll(`"imageId":"${id}"`, `"imageId":"${by}"`);
  return JSON.parse(text) as Named;
}
