/**
 * The child process that decodes and cuts pictures: whatever a hostile file does, it does it here. Told a
 * picture by message, it answers with what it cut, or why it could not.
 */
import { copyFile, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { PICTURE_CROPS } from '../content/article.ts';
import { CROP_CUTS, CROP_RATIOS, PICTURE_WIDTHS, SHARE_CUT } from '../content/picture.ts';
import type { CutAnswer, CutRequest, CutPicture } from './ingest.ts';

/** 50 megapixels: a large camera's picture; a bomb claims more. */
const MOST_PIXELS = 50_000_000;
/** Pixels: under this no crop of a list would be sharp. */
const NARROWEST = 200;

/** Low effort: six times faster than the default for files a tenth larger. */
const AVIF = { quality: 50, effort: 1 } as const;
const WEBP = { quality: 72, effort: 2 } as const;
const JPEG = { quality: 80, mozjpeg: false } as const;

sharp.concurrency(1);
sharp.cache(false);

/** What a file is by its first bytes; SVG and whatever else could run are none of these. */
async function formatOf(path: string): Promise<string | null> {
  const file = await open(path);
  const { buffer } = await file.read({ buffer: Buffer.alloc(16), length: 16, position: 0 });
  await file.close();
  const text = buffer.toString('latin1');
  if (text.startsWith('\xff\xd8\xff')) return 'jpg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  if (text.slice(4, 12) === 'ftypavif') return 'avif';
  if (/^GIF8[79]a/.test(text)) return 'gif';
  return null;
}

async function cut({ path, imageId, mediaDir }: CutRequest): Promise<CutAnswer> {
  const format = await formatOf(path);
  if (!format) return { reason: 'it is no JPEG, PNG, WebP, AVIF or GIF picture' };
  const read = () => sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate();
  const { data, info } = await read()
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  if (width < NARROWEST || height < NARROWEST) {
    return {
      reason: `it is ${width}×${height} pixels: at least ${NARROWEST}×${NARROWEST} are needed`,
    };
  }
  const pixels = () => sharp(data, { raw: { width, height, channels: info.channels } });
  const folder = join(mediaDir, `.${imageId}.${process.pid}`);
  await mkdir(folder, { recursive: true });
  const widths = PICTURE_WIDTHS.filter((candidate) => candidate <= width);
  if (widths.length === 0) widths.push(width as never);
  for (const target of widths) {
    const resized = await pixels()
      .resize({ width: target })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const small = () => sharp(resized.data, { raw: resized.info });
    await small()
      .avif(AVIF)
      .toFile(join(folder, `${target}.avif`));
    await small()
      .webp(WEBP)
      .toFile(join(folder, `${target}.webp`));
  }
  for (const crop of PICTURE_CROPS) {
    for (const { width: target, format: cutFormat } of CROP_CUTS) {
      const size = { width: target, height: Math.round(target * CROP_RATIOS[crop]) };
      const cropped = pixels().resize({ ...size, fit: 'cover', position: 'centre' });
      const encoded =
        cutFormat === 'avif'
          ? cropped.avif(AVIF)
          : cutFormat === 'webp'
            ? cropped.webp(WEBP)
            : cropped.jpeg(JPEG);
      await encoded.toFile(join(folder, `${crop}-${target}.${cutFormat}`));
    }
  }
  const { file, ...shareSize } = SHARE_CUT;
  await pixels()
    .resize({ ...shareSize, fit: 'cover', position: 'centre' })
    .jpeg(JPEG)
    .toFile(join(folder, file));
  const mean = await pixels().resize(1, 1, { fit: 'fill' }).raw().toBuffer();
  const colour = `#${mean.subarray(0, 3).toString('hex').padEnd(6, '0')}`;
  const picture: CutPicture = { imageId, width, height, colour, widths, originalFormat: format };
  await copyFile(path, join(folder, `original.${format}`));
  await writeFile(join(folder, 'picture.json'), JSON.stringify(picture));
  // Whole or not at all: a reader of the folder never sees half a picture.
  await rename(folder, join(mediaDir, imageId)).catch(() => rm(folder, { recursive: true }));
  return { picture };
}

process.on('message', (request: CutRequest) => {
  cut(request)
    .catch((cause: unknown): CutAnswer => {
      const message = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
      return { reason: `it cannot be decoded (${message})` };
    })
    .then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
