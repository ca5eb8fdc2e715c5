import type { Picture, PictureCrop } from './article.ts';

/** Widths, in pixels, that an uncropped picture is cut to, where the original is at least so wide. */
export const PICTURE_WIDTHS = [480, 800, 1200, 1600] as const;
/** Width in pixels of each crop; its height follows from the ratio. */
export const CROP_WIDTH = 1200;
export type PictureFormat = 'avif' | 'webp' | 'jpg';

/**
 * The address of one uncropped cut.
 * @param width - one of `picture.widths`, in pixels
 */
export function pictureAddress(
  picture: Pick<Picture, 'imageId'>,
  width: number,
  format: 'avif' | 'webp',
): string {
  return `/media/${picture.imageId}/${width}.${format}`;
}

/** The address of a crop: WebP at 480 and 1200 px for lists, JPEG at 1200 px for share cards and crawlers. */
export function cropAddress(
  picture: Pick<Picture, 'imageId'>,
  crop: PictureCrop,
  width: 480 | 1200,
  format: 'avif' | 'webp' | 'jpg',
): string {
  return `/media/${picture.imageId}/${crop}-${width}.${format}`;
}

/** The crops that are made of every picture: AVIF and WebP at 480, AVIF, WebP and JPEG at 1200 px. */
export const CROP_CUTS = [
  { width: 480, format: 'avif' },
  { width: 480, format: 'webp' },
  { width: 1200, format: 'avif' },
  { width: 1200, format: 'webp' },
  { width: 1200, format: 'jpg' },
] as const satisfies readonly { width: 480 | 1200; format: PictureFormat }[];

/** The cut that shared links show: the size that every service asks for, as JPEG, which all of them read. */
export const SHARE_CUT = { width: 1200, height: 630, file: 'share-1200.jpg' } as const;

/** The address of a picture's cut for shared links. */
export function shareAddress(picture: Pick<Picture, 'imageId'>): string {
  return `/media/${picture.imageId}/${SHARE_CUT.file}`;
}

/** Height divided by width of each crop. */
export const CROP_RATIOS = { '16x9': 9 / 16, '4x3': 3 / 4, '1x1': 1 } as const satisfies Record<
  PictureCrop,
  number
>;
