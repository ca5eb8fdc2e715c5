/** Makes the files of a picture again from its original, if one is missing or its checksum differs. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { cutsOf, focusOf, sumsFile } from '../content/body/picture.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { CutRefusal } from './cut-job.ts';
import { askCutter } from './cutter.ts';
import { copyOriginal, formerIdOf, imageIdOf, inFolder, type Places, reusePage } from './ingest.ts';
import { readMedia, type MediaStore } from './store.ts';

/** The library's data of a picture, as far as its files depend on it. */
export interface StoredPicture {
  imageId: string;
  originalFormat: string;
  widths: readonly number[];
  focalX: number;
  focalY: number;
}

export type Fault = 'lost' | 'corrupt';
export interface Checked {
  /** Null if it is intact. */
  original: Fault | null;
  cuts: { file: string; fault: Fault }[];
}

const focus = ({ focalX, focalY }: StoredPicture) => focusOf(focalX, focalY);

/** Checks which files of a picture exist and whether they are unchanged since they were written. */
export async function checkPicture(picture: StoredPicture, store: MediaStore): Promise<Checked> {
  const { imageId, originalFormat } = picture;
  const sums = await readSums(picture, store);
  const name = `original.${originalFormat}`;
  const original = await readMedia(store, `${imageId}/${name}`);
  const cuts: Checked['cuts'] = [];
  for (const file of cutsOf({ widths: picture.widths, focus: focus(picture) })) {
    const bytes = await readMedia(store, `${imageId}/${file}`);
    const isWhole =
      bytes && (sums.has(file) ? sumOf(bytes) === sums.get(file) : await isDecodable(bytes));
    if (!isWhole) cuts.push({ file, fault: bytes ? 'corrupt' : 'lost' });
  }
  return { original: original ? faultOfOriginal(original, sums.get(name), imageId) : 'lost', cuts };
}

/** Without a stored checksum the id is compared: it was computed from the bytes. */
function faultOfOriginal(bytes: Buffer, sum: string | undefined, imageId: string): Fault | null {
  const isWhole =
    sum === undefined
      ? [imageIdOf(bytes), formerIdOf(bytes)].includes(imageId)
      : sumOf(bytes) === sum;
  return isWhole ? null : 'corrupt';
}

/**
 * Cuts files of a picture again.
 * @param files - of {@link cutsOf}
 * @returns the refusal, if the original is missing or cannot be decoded
 */
export async function recut(
  picture: StoredPicture,
  files: readonly string[],
  { store, work }: Places,
): Promise<Result<null, CutRefusal>> {
  const { imageId, focalX, focalY } = picture;
  const answer = await inFolder(work, async (folder) => {
    const path = `${folder}.original`;
    if (!(await copyOriginal({ store }, picture, path)))
      return { refusal: { code: 'lost' as const, reason: 'its original is missing' } };
    const webStatement = reusePage();
    const cut = await askCutter({ kind: 'cut', path, imageId, folder, webStatement });
    if ('refusal' in cut) return cut;
    const focal = { x: focalX, y: focalY };
    if (focus(picture) !== undefined) {
      const moved = await askCutter({ kind: 'focus', path, folder, focal, webStatement });
      if ('refusal' in moved) return moved;
    }
    for (const file of files)
      await store.put(`${imageId}/${file}`, await readFile(join(folder, file)));
    await noteSums(picture, folder, files, store);
    return { done: true as const };
  });
  return 'refusal' in answer ? refuse(answer.refusal) : ok(null);
}

/** Writes the checksums of the new files; those of the other files stay the same. */
async function noteSums(
  picture: StoredPicture,
  folder: string,
  files: readonly string[],
  store: MediaStore,
): Promise<void> {
  for (const name of new Set([sumsFile(), sumsFile(focus(picture))])) {
    const before = await readMedia(store, `${picture.imageId}/${name}`);
    if (!before) continue;
    const sums = parseSums(before);
    const made = parseSums(await readFile(join(folder, name)));
    for (const file of files) if (made[file] !== undefined) sums[file] = made[file];
    await store.put(`${picture.imageId}/${name}`, Buffer.from(JSON.stringify(sums)));
  }
}

async function readSums(
  picture: StoredPicture,
  store: MediaStore,
): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  for (const name of [sumsFile(), sumsFile(focus(picture))]) {
    const bytes = await readMedia(store, `${picture.imageId}/${name}`);
    for (const [file, sum] of Object.entries(bytes ? parseSums(bytes) : {})) all.set(file, sum);
  }
  return all;
}

/** Unreadable checksums count as missing: the files are decoded instead. */
function parseSums(bytes: Buffer): Record<string, string> {
  try {
    return JSON.parse(bytes.toString()) as Record<string, string>;
  } catch {
    return {};
  }
}

const sumOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Only for files that this portal wrote: nothing from a stranger is decoded here. */
const isDecodable = (bytes: Buffer): Promise<boolean> =>
  sharp(bytes, { failOn: 'error' })
    .stats()
    .then(
      () => true,
      () => false,
    );
