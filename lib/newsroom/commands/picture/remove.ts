import { eq } from 'drizzle-orm';
import { CHANGE_PICTURE } from '../../../accounts/media-permissions.ts';
import type { User } from '../../../accounts/user.ts';
import { images } from '../../../db/schema/images.ts';
import { usesOf } from '../../../desk/list-media.ts';
import { removeAll } from '../../../media/store.ts';
import { Refused } from '../../../refusal.ts';
import { ok } from '../../../result.ts';
import { changePicture, type PictureWork } from '../../pictures/change-picture.ts';
import { lockPicture, mediaStore, type MediaStore } from '../../pictures/media-store.ts';
import { defineCommand } from '../declare/define-command.ts';
import { nothing } from '../declare/inputs.ts';

const rule = { permission: CHANGE_PICTURE, log: 'picture-remove' } as const;

/** Removes a picture that no article shows from the library, with the pictures that it had replaced. */
export const command = defineCommand({
  ...rule,
  input: nothing,
  refusals: ['in_use'],
  run: async (user: User, imageId: string, _: object, from: MediaStore = mediaStore()) => {
    const removed = await changePicture(user, rule, imageId, from, remove);
    if (!removed.ok) return removed;
    for (const id of removed.value) await removeFiles(id, from);
    return ok(null);
  },
});

async function remove({ tx, image }: PictureWork) {
  const uses = await usesOf(tx, image.id);
  if (uses.length > 0) {
    const places = uses.slice(0, 5).map(({ headline }) => `“${headline}”`);
    throw new Refused('in_use', `The picture is shown in ${places.join(', ')}.`);
  }
  const former = await tx
    .delete(images)
    .where(eq(images.replacedBy, image.id))
    .returning({ id: images.id });
  await tx.delete(images).where(eq(images.id, image.id));
  return { value: [image.id, ...former.map(({ id }) => id)], note: image.sourceName };
}

/** Removes the files of a picture, unless it was uploaded again meanwhile. */
async function removeFiles(imageId: string, { database, places }: MediaStore): Promise<void> {
  await database.transaction(async (tx) => {
    await lockPicture(tx, imageId);
    const [back] = await tx.select({ id: images.id }).from(images).where(eq(images.id, imageId));
    if (back) return;
    // This file marks the picture as complete. It is removed first: an incomplete picture does not count as
    // one.
    await places.store.remove(`${imageId}/picture.json`);
    await removeAll(places.store, `${imageId}/`);
  });
}
