import sharp from 'sharp';
import { CROP_RATIOS, CROP_WIDTH, cropFile, SHARE_CUT, shareFile } from '../content/picture.ts';
import { readMedia, type MediaStore } from './store.ts';

/**
 * Cuts the share picture of one that was imported before there was such a cut. It is taken from a crop that
 * we made ourselves, which is as wide: nothing that a stranger sent is decoded here.
 * @returns whether there is such a picture
 */
export async function cutShare(store: MediaStore, imageId: string): Promise<boolean> {
  const { width, height } = SHARE_CUT;
  const top = Math.floor((CROP_WIDTH * CROP_RATIOS['16x9'] - height) / 2);
  const crop = await readMedia(store, `${imageId}/${cropFile('16x9', CROP_WIDTH, 'jpg')}`);
  if (!crop) return false;
  const cut = await sharp(crop)
    .extract({ left: 0, top, width, height })
    .jpeg({ quality: 85 })
    .toBuffer();
  await store.put(`${imageId}/${shareFile()}`, cut);
  return true;
}
