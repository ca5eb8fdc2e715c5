import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { CROP_RATIOS, CROP_WIDTH, SHARE_CUT } from '../content/picture.ts';

/** Where a file of the media store is put: whole or not at all. */
export async function putMedia(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const written = `${path}.${process.pid}`;
  await writeFile(written, bytes);
  await rename(written, path);
}

/**
 * Cuts the share picture of one that was imported before there was such a cut. It is taken from a crop that
 * we made ourselves, which is as wide: nothing that a stranger sent is decoded here.
 * @returns whether there is such a picture
 */
export async function cutShare(mediaDir: string, imageId: string): Promise<boolean> {
  const { width, height, file } = SHARE_CUT;
  const top = Math.floor((CROP_WIDTH * CROP_RATIOS['16x9'] - height) / 2);
  const cut = await sharp(join(mediaDir, imageId, `16x9-${CROP_WIDTH}.jpg`))
    .extract({ left: 0, top, width, height })
    .jpeg({ quality: 85 })
    .toBuffer()
    .catch(() => null);
  if (cut) await putMedia(join(mediaDir, imageId, file), cut);
  return cut !== null;
}
