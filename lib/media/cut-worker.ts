/**
 * The child process that decodes and cuts pictures, so that a hostile file can only harm this process. It
 * receives a job as a message, and answers with the result, or with the reason for a failure.
 */
import { createHash } from 'node:crypto';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { PICTURE_CROPS } from '../content/article.ts';
import { MOST_PIXELS } from '../content/desk/media.ts';
import {
  CROP_CUTS,
  CROP_RATIOS,
  cropBox,
  cropFile,
  focusOf,
  PICTURE_WIDTHS,
  SHARE_CUT,
  shareFile,
  sumsFile,
} from '../content/body/picture.ts';
import type { CutAnswer, CutJob, CutPicture, CutRefusal } from './cut-job.ts';
import { readTexts } from './read-texts.ts';
import { readRights, xmpOf } from './rights.ts';
import { sniff } from './sniff.ts';

/** Pixels: in a narrower picture, no crop of a list would be sharp. */
const NARROWEST = 200;
/** Bytes: a picture of the maximum size takes less than half of it. */
const MEMORY_LIMIT = 1024 * 1024 * 1024;
/** Milliseconds between two checks of the memory. */
const LOOK_EVERY = 50;
/** The exit code of a child that used too much memory; `cutter.ts` has the same. */
const TOO_COSTLY = 77;

/** Low effort: six times faster than the default for files a tenth larger. */
const AVIF = { quality: 50, effort: 1 } as const;
const WEBP = { quality: 72, effort: 2 } as const;
const JPEG = { quality: 80, mozjpeg: false } as const;

sharp.concurrency(1);
sharp.cache(false);
// Of the formats of libvips, only the accepted ones: nothing else is ever decoded, whatever its name.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif'].map((name) => `VipsForeignLoad${name}File`),
});
setInterval(() => {
  if (process.memoryUsage.rss() > MEMORY_LIMIT) process.exit(TOO_COSTLY);
}, LOOK_EVERY).unref();

interface Pixels {
  /** The rights metadata of every file that is cut of it, as XMP. */
  xmp: string;
  data: Buffer;
  width: number;
  height: number;
  channels: 1 | 2 | 3 | 4;
}

/**
 * Decodes a whole file, upright, without its metadata; of an animation, the first frame.
 * @param xmp - the rights metadata for its cuts
 * @returns the pixels, or why the picture is refused
 */
async function decode(path: string, xmp: string): Promise<Pixels | CutRefusal> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const;
  const claimed = await sharp(path, { ...options, limitInputPixels: false }).metadata();
  if (claimed.width * claimed.height > MOST_PIXELS) {
    const reason = `it has ${claimed.width}×${claimed.height} pixels: 50 million are taken at most`;
    return { code: 'too_many_pixels', reason };
  }
  const { data, info } = await sharp(path, options)
    .rotate()
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  if (width < NARROWEST || height < NARROWEST) {
    const reason = `it is ${width}×${height} pixels: at least ${NARROWEST}×${NARROWEST} are needed`;
    return { code: 'too_small', reason };
  }
  return { xmp, data, width, height, channels: info.channels as Pixels['channels'] };
}

const draw = ({ data, width, height, channels }: Pixels): Sharp =>
  sharp(data, { raw: { width, height, channels } });

/** Cuts everything that depends on the focal point. */
async function cutCrops(
  pixels: Pixels,
  folder: string,
  focal: { x: number; y: number },
): Promise<void> {
  const focus = focusOf(focal.x, focal.y);
  const crop = (ratio: number, width: number) =>
    draw(pixels)
      .withXmp(pixels.xmp)
      .extract(cropBox(pixels, ratio, focal))
      .resize(width, Math.round(width * ratio), { fit: 'fill' });
  for (const name of PICTURE_CROPS) {
    for (const { width, format } of CROP_CUTS) {
      const cut = crop(CROP_RATIOS[name], width);
      const encoded =
        format === 'avif' ? cut.avif(AVIF) : format === 'webp' ? cut.webp(WEBP) : cut.jpeg(JPEG);
      await encoded.toFile(join(folder, cropFile(name, width, format, focus)));
    }
  }
  await crop(SHARE_CUT.height / SHARE_CUT.width, SHARE_CUT.width)
    .jpeg(JPEG)
    .toFile(join(folder, shareFile(focus)));
}

async function cutWidths(pixels: Pixels, folder: string): Promise<number[]> {
  const widths: number[] = PICTURE_WIDTHS.filter((candidate) => candidate <= pixels.width);
  if (widths.length === 0) widths.push(pixels.width);
  for (const target of widths) {
    const { data, info } = await draw(pixels)
      .resize({ width: target })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const small = () => sharp(data, { raw: info }).withXmp(pixels.xmp);
    await small()
      .avif(AVIF)
      .toFile(join(folder, `${target}.avif`));
    await small()
      .webp(WEBP)
      .toFile(join(folder, `${target}.webp`));
  }
  return widths;
}

/** Writes the checksums of a folder's files, so that a later check can detect changes. */
async function writeSums(folder: string, focus?: string): Promise<void> {
  const sums: Record<string, string> = {};
  for (const name of await readdir(folder))
    if (focus === undefined || name.includes(`.${focus}.`))
      sums[name] = createHash('sha256')
        .update(await readFile(join(folder, name)))
        .digest('hex');
  await writeFile(join(folder, sumsFile(focus)), JSON.stringify(sums));
}

async function work(job: CutJob): Promise<CutAnswer> {
  const bytes = await readFile(job.path);
  const format = sniff(bytes);
  switch (format) {
    case 'jpg':
    case 'png':
    case 'webp':
    case 'avif':
    case 'gif':
      break;
    default:
      return { refusal: { code: format, reason: KIND_REASONS[format] ?? 'it is refused' } };
  }
  const pixels = await decode(job.path, xmpOf(readRights(bytes, job.webStatement)));
  if ('code' in pixels) return { refusal: pixels };
  if (job.kind === 'focus') {
    await cutCrops(pixels, job.folder, job.focal);
    await writeSums(job.folder, focusOf(job.focal.x, job.focal.y));
    return { done: true };
  }
  const { imageId, folder } = job;
  const widths = await cutWidths(pixels, folder);
  await cutCrops(pixels, folder, { x: 0.5, y: 0.5 });
  const mean = await draw(pixels).resize(1, 1, { fit: 'fill' }).raw().toBuffer();
  const picture: CutPicture = {
    imageId,
    width: pixels.width,
    height: pixels.height,
    colour: `#${mean.subarray(0, 3).toString('hex').padEnd(6, '0')}`,
    widths,
    originalFormat: format,
    suggested: readTexts(bytes),
  };
  await copyFile(job.path, join(folder, `original.${format}`));
  await writeSums(folder);
  await writeFile(join(folder, 'picture.json'), JSON.stringify(picture));
  return { picture };
}

const KIND_REASONS: Partial<Record<CutRefusal['code'], string>> = {
  no_picture: 'it is no JPEG, PNG, WebP, AVIF or GIF picture',
  svg: 'it is an SVG drawing, no JPEG, PNG, WebP, AVIF or GIF picture',
  heic: 'it is a HEIC picture, which cannot be read here: save it as a JPEG',
  hidden_content: 'it holds something else beside the picture, which may run',
};

function refusalOf(cause: unknown): CutRefusal {
  const message = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
  if (/ENOSPC|No space left|EDQUOT/i.test(cause instanceof Error ? cause.message : message))
    return { code: 'disk_full', reason: 'there is no room on the disk' };
  return { code: 'broken', reason: `it cannot be decoded (${message})` };
}

process.on('message', (job: CutJob) => {
  work(job)
    .catch((cause: unknown): CutAnswer => ({ refusal: refusalOf(cause) }))
    .then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
