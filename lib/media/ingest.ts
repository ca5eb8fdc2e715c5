import { page as reuse } from '../pages/reuse.ts';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { keyFor } from '../accounts/seal.ts';
import { environment } from '../env.ts';
import { DEFAULT_LOCALE } from '../i18n/locales.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { CutAnswer, CutPicture, CutRefusal } from './cut-job.ts';
import { askCutter } from './cutter.ts';
import { readMedia, type MediaStore } from './store.ts';

const LARGEST_ON_DISK = 30 * 1024 * 1024;
/** Written after all other files: if it exists, the picture is complete. */
const WHOLE = 'picture.json';

/** The store of a picture, and the folder in which it is processed first. */
export interface Places {
  store: MediaStore;
  /** A local folder, on the store's disk if the store is a folder. */
  work: string;
}

/** The page that says how pictures may be used. */
export const reusePage = (): string =>
  environment().SITE_URL + reuse.href({ locale: DEFAULT_LOCALE });

/** A picture's id: the same for the same bytes, and not computable from the file alone. */
export const imageIdOf = (bytes: Buffer): string =>
  createHmac('sha256', keyFor('pictures')).update(bytes).digest('hex').slice(0, 32);

/** Its id in earlier releases; pictures from then keep it. */
export const formerIdOf = (bytes: Buffer): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/**
 * Cuts a picture into the files that `lib/content/body/picture.ts` names, once by its content. Decoding runs
 * in a child process that is ended when it takes too much time or memory.
 * @param path - the original, a file that the caller may read
 * @param lost - pictures with missing files: one of an earlier release is restored under its former id
 * @returns the picture, or why it was refused
 */
export async function ingestPicture(
  path: string,
  { store, work }: Places,
  lost: ReadonlySet<string> = new Set(),
): Promise<Result<CutPicture, CutRefusal>> {
  const { size } = await stat(path);
  if (size > LARGEST_ON_DISK)
    return refuse({ code: 'too_large', reason: 'it is larger than 30 MB' });
  const bytes = await readFile(path);
  const formerId = formerIdOf(bytes);
  const name = lost.has(formerId) ? formerId : imageIdOf(bytes);
  const present =
    (await readMedia(store, `${name}/${WHOLE}`)) ??
    (await readMedia(store, `${formerId}/${WHOLE}`));
  // A picture that was cut before metadata was read has no suggested texts.
  const known = present && {
    ...NOTHING_SAID,
    ...(JSON.parse(present.toString()) as CutPicture),
  };
  if (known && (await isPresent(store, known))) return ok(known);
  const imageId = known?.imageId ?? name;
  const answer = await inFolder(work, async (folder) => {
    const cut = await askCutter({ kind: 'cut', path, imageId, folder, webStatement: reusePage() });
    if ('picture' in cut) await store.putFolder(folder, imageId, WHOLE);
    return cut;
  });
  if ('picture' in answer) return ok(answer.picture);
  return refuse('refusal' in answer ? answer.refusal : BROKEN);
}

/** Whether a picture's files exist: its cuts, and the original, from which they can be cut again. */
export async function isPresent(
  store: MediaStore,
  { imageId, originalFormat }: { imageId: string; originalFormat: string },
): Promise<boolean> {
  const files = [WHOLE, `original.${originalFormat}`];
  const there = await Promise.all(files.map((file) => store.size(`${imageId}/${file}`)));
  return there.every((size) => size !== null);
}

/**
 * Cuts the crops of a picture around another focal point; the former crops stay for readers with an older
 * page.
 * @param focal - from 0 at the left and the top to 1
 * @returns the refusal, if the original is missing or cannot be decoded
 */
export async function cutFocus(
  { imageId, originalFormat }: { imageId: string; originalFormat: string },
  focal: { x: number; y: number },
  { store, work }: Places,
): Promise<Result<null, CutRefusal>> {
  const answer = await inFolder(work, async (folder) => {
    const path = `${folder}.original`;
    if (!(await copyOriginal({ store }, { imageId, originalFormat }, path)))
      return { refusal: { ...BROKEN, reason: 'its original is missing' } };
    const webStatement = reusePage();
    const cut = await askCutter({ kind: 'focus', path, folder, focal, webStatement });
    if ('done' in cut) await store.putFolder(folder, imageId);
    return cut;
  });
  return 'refusal' in answer ? refuse(answer.refusal) : ok(null);
}

/**
 * Copies the original of a picture to a local file.
 * @returns false if the store does not have it
 */
export async function copyOriginal(
  { store }: Pick<Places, 'store'>,
  { imageId, originalFormat }: { imageId: string; originalFormat: string },
  to: string,
): Promise<boolean> {
  const original = await store.open(`${imageId}/original.${originalFormat}`);
  if (!original) return false;
  await pipeline(original.stream, createWriteStream(to));
  return true;
}

const NOTHING_SAID = { suggested: null } as const;
const BROKEN: CutRefusal = { code: 'broken', reason: 'it cannot be decoded' };

/**
 * Runs work in a temporary folder, which is removed afterwards in any case, together with
 * `<folder>.original`.
 * @returns the task's answer, or a refusal if the disk is full
 */
export async function inFolder(
  work: string,
  task: (folder: string) => Promise<CutAnswer>,
): Promise<CutAnswer> {
  const folder = join(work, randomBytes(8).toString('hex'));
  try {
    await mkdir(folder, { recursive: true });
    return await task(folder);
  } catch (cause) {
    if (!isFull(cause)) throw cause;
    return { refusal: { code: 'disk_full', reason: 'there is no room on the disk' } };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(`${folder}.original`, { force: true });
  }
}

/** Whether an error means that a disk, or a quota on it, is full. */
export const isFull = (cause: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes((cause as NodeJS.ErrnoException).code ?? '');
