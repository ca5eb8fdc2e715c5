import { PICTURE_CROPS, type Picture, type PictureCrop } from '../article.ts';

/** Widths, in pixels, to which an uncropped picture is scaled, if the original is at least that wide. */
export const PICTURE_WIDTHS = [480, 800, 1200, 1600] as const;
/** Width in pixels of each crop; its height follows from the ratio. */
export const CROP_WIDTH = 1200;
export type PictureFormat = 'avif' | 'webp' | 'jpg';

/**
 * The address of one uncropped file.
 * @param width - one of `picture.widths`, in pixels
 */
export function pictureAddress(
  picture: Pick<Picture, 'imageId'>,
  width: number,
  format: 'avif' | 'webp',
): string {
  return `/media/${picture.imageId}/${width}.${format}`;
}

/**
 * A focal point as used in file names and addresses: files never change, so that a new focal point makes new
 * files.
 * @param x - from 0 at the left to 1
 * @param y - from 0 at the top to 1
 * @returns undefined for the centre, whose file names have no suffix
 */
export function focusOf(x: number, y: number): string | undefined {
  const focus = `${Math.round(x * 100)}-${Math.round(y * 100)}`;
  return focus === '50-50' ? undefined : focus;
}

/** The suffix between a file's name and its format. */
const mark = (focus: string | undefined) => (focus === undefined ? '' : `.${focus}`);

/**
 * The file name of a crop within its picture's folder.
 * @param width - in pixels
 * @param focus - as `focusOf` returns it
 */
export const cropFile = (
  crop: PictureCrop,
  width: 480 | 1200,
  format: PictureFormat,
  focus?: string,
): string => `${crop}-${width}${mark(focus)}.${format}`;

/** The address of a crop: WebP at 480 and 1200 px for lists, JPEG at 1200 px for share cards and crawlers. */
export function cropAddress(
  picture: Pick<Picture, 'imageId' | 'focus'>,
  crop: PictureCrop,
  width: 480 | 1200,
  format: PictureFormat,
): string {
  return `/media/${picture.imageId}/${cropFile(crop, width, format, picture.focus)}`;
}

/** The crops that are made of every picture: AVIF and WebP at 480, AVIF, WebP and JPEG at 1200 px. */
export const CROP_CUTS = [
  { width: 480, format: 'avif' },
  { width: 480, format: 'webp' },
  { width: 1200, format: 'avif' },
  { width: 1200, format: 'webp' },
  { width: 1200, format: 'jpg' },
] as const satisfies readonly { width: 480 | 1200; format: PictureFormat }[];

/** The image for shared links: the size that every service asks for, as JPEG, which all of them read. */
export const SHARE_CUT = { width: 1200, height: 630 } as const;

/**
 * The file name of the share image within its picture's folder.
 * @param focus - as `focusOf` returns it
 */
export const shareFile = (focus?: string): string => `share-1200${mark(focus)}.jpg`;

/**
 * The file with the checksum of each file of a picture when it was written: of all files, or of those of one
 * focal point.
 * @param focus - as `focusOf` returns it
 */
export const sumsFile = (focus?: string): string => `sums${mark(focus)}.json`;

/**
 * Every file that is cut of a picture: its widths, and the crops around its centre and around its focal
 * point.
 */
export function cutsOf({
  widths,
  focus,
}: {
  widths: readonly number[];
  focus: string | undefined;
}): string[] {
  const crops = (around: string | undefined) => [
    ...PICTURE_CROPS.flatMap((crop) =>
      CROP_CUTS.map(({ width, format }) => cropFile(crop, width, format, around)),
    ),
    shareFile(around),
  ];
  return [
    ...widths.flatMap((width) => [`${width}.avif`, `${width}.webp`]),
    ...crops(undefined),
    ...(focus === undefined ? [] : crops(focus)),
  ];
}

/** The address of a picture's share image. */
export function shareAddress(picture: Pick<Picture, 'imageId' | 'focus'>): string {
  return `/media/${picture.imageId}/${shareFile(picture.focus)}`;
}

/** Height divided by width of each crop. */
export const CROP_RATIOS = { '16x9': 9 / 16, '4x3': 3 / 4, '1x1': 1 } as const satisfies Record<
  PictureCrop,
  number
>;

/**
 * The part of a picture that a crop shows: the largest area of that ratio, with the focal point as near to
 * its centre as the picture's edges allow.
 * @param ratio - the crop's height divided by its width
 * @param focal - from 0 at the left and the top to 1
 * @returns whole pixels
 */
export function cropBox(
  { width, height }: { width: number; height: number },
  ratio: number,
  focal: { x: number; y: number } = { x: 0.5, y: 0.5 },
): { left: number; top: number; width: number; height: number } {
  const boxWidth = Math.min(width, Math.max(1, Math.round(height / ratio)));
  const boxHeight = Math.min(height, Math.max(1, Math.round(width * ratio)));
  const place = (whole: number, part: number, at: number) =>
    Math.min(whole - part, Math.max(0, Math.round(whole * at - part / 2)));
  return {
    left: place(width, boxWidth, focal.x),
    top: place(height, boxHeight, focal.y),
    width: boxWidth,
    height: boxHeight,
  };
}
