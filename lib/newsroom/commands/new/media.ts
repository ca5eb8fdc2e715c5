import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { ADD_PICTURE, mayWithPicture } from '../../../accounts/media-permissions.ts';
import type { User } from '../../../accounts/user.ts';
import type { UploadedPicture, UploadRefusal } from '../../../content/desk/media.ts';
import { wordsOfPicture } from '../../../content/desk/picture-words.ts';
import { images } from '../../../db/schema/images.ts';
import { auditLog } from '../../../db/schema/newsroom.ts';
import { picturesFor } from '../../../desk/list-media.ts';
import type { CutPicture } from '../../../media/cut-job.ts';
import { ingestPicture, isFull, type Places } from '../../../media/ingest.ts';
import {
  dropUpload,
  endUpload,
  pictureOfUpload,
  readInfo,
  readUpload,
} from '../../../media/upload-parts.ts';
import { Refused, type Refusal } from '../../../refusal.ts';
import { refuse, type Result } from '../../../result.ts';
import { inTransaction } from '../../change-article.ts';
import { lockPicture, mediaStore, type MediaStore } from '../../pictures/media-store.ts';
import { defineCommand } from '../declare/define-command.ts';

/**
 * Makes a library picture from a complete upload. When the library already has the same bytes, the existing
 * picture is answered. A request repeated after a lost response answers the same picture.
 * `upload` is the id of the upload.
 */
export const command = defineCommand({
  input: z.strictObject({ upload: z.string().max(60) }),
  permission: ADD_PICTURE,
  log: 'upload',
  refusals: ['not_taken'],
  run: (user: User, _: null, { upload }: { upload: string }, from: MediaStore = mediaStore()) =>
    addPicture(user, upload, from),
});

async function addPicture(
  user: User,
  upload: string,
  from: MediaStore,
): Promise<Result<UploadedPicture, Refusal>> {
  const files = from.places.store;
  if (!mayWithPicture(user, ADD_PICTURE, { uploadedBy: user.id, uses: [] }))
    return refuse({ code: 'forbidden', message: 'Your role does not upload pictures.' });
  const info = await readInfo(files, user.id, upload);
  if (!info) return refuse({ code: 'missing', message: 'There is no such upload.' });
  const before = await pictureOfUpload(files, upload);
  if (before !== null) return answerPicture(user, before, false, from);
  const bytes = await readUpload(files, upload, info);
  if (!bytes) return notTaken('lost', 'The upload has not come whole.');
  const cut = await cutUpload(bytes, from.places);
  if (!cut.ok) {
    const { code, reason } = cut.refusal;
    // When the disk has space again, the same bytes can be tried again.
    if (code !== 'disk_full') await dropUpload(files, upload);
    return notTaken(code, `The file is refused: ${reason}.`);
  }
  const isNew = await insertPicture(user, cut.value, info.name, from);
  if (isNew === null) return notTaken('lost', 'The picture was removed at the same moment.');
  await endUpload(files, upload, cut.value.imageId).catch((cause: unknown) => {
    // The picture is in the library; the rest of the upload is removed within a day.
    if (!isFull(cause)) throw cause;
  });
  return answerPicture(user, cut.value.imageId, isNew, from);
}

const notTaken = (why: UploadRefusal, message: string) =>
  refuse({ code: 'not_taken' as const, message, why });

async function cutUpload(bytes: Buffer, places: Places) {
  const path = join(places.work, `${randomBytes(8).toString('hex')}.upload`);
  try {
    await mkdir(places.work, { recursive: true });
    await writeFile(path, bytes);
    return await ingestPicture(path, places);
  } catch (cause) {
    if (!isFull(cause)) throw cause;
    return refuse({ code: 'disk_full' as const, reason: 'there is no room on the disk' });
  } finally {
    await rm(path, { force: true });
  }
}

/** @returns whether it is new; null when its files were removed in the meantime */
async function insertPicture(
  user: User,
  { imageId, ...picture }: CutPicture,
  name: string,
  from: MediaStore,
): Promise<boolean | null> {
  return from.database.transaction(async (tx) => {
    await lockPicture(tx, imageId);
    if ((await from.places.store.size(`${imageId}/picture.json`)) === null) return null;
    const now = from.clock.now();
    const added = await tx
      .insert(images)
      .values({
        id: imageId,
        ...picture,
        sourceName: name,
        words: wordsOfPicture(name, {}),
        uploadedBy: user.id,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: images.id });
    if (added.length === 0) {
      // A replaced picture that is uploaded again becomes a separate picture again.
      await tx.update(images).set({ replacedBy: null }).where(eq(images.id, imageId));
      return false;
    }
    const note = `${imageId} ${name}`;
    await tx.insert(auditLog).values({ at: now, userId: user.id, verb: 'upload', note });
    return true;
  });
}

function answerPicture(
  user: User,
  imageId: string,
  isNew: boolean,
  from: MediaStore,
): Promise<Result<UploadedPicture, Refusal>> {
  return inTransaction(from, async (tx) => {
    const [row] = await tx.select().from(images).where(eq(images.id, imageId));
    const uploader = row?.uploadedBy === user.id ? user.name : null;
    const [picture] = row ? await picturesFor(tx, user, [{ ...row, uploader }]) : [];
    if (!picture) throw new Refused('missing', 'The picture is not in the library any more.');
    return { picture, isNew };
  });
}
