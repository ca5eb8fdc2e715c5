import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/utils';
import { cleanText } from '../content/body/clean-text.ts';
import { readMedia, removeAll, type MediaStore } from './store.ts';

/** The prefix of unfinished uploads: no reader's address leads there. */
const ROOT = 'uploads';
/** Milliseconds after which an abandoned upload is removed. */
const LIFETIME = 24 * 3_600_000;
/** Maximum bytes and number of one user's unfinished uploads: an abandoned one stays for a day. */
const MOST_BYTES = 500 * 1024 * 1024;
const MOST_UPLOADS = 200;
const ID = /^([0-9a-z]{8,9})-[0-9a-f]{32}$/;

interface Info {
  size: number;
  name: string;
  userId: number;
  created: string;
}

const folderOf = (id: string) => `${ROOT}/${id}`;

/**
 * Creates an upload id. It begins with the time, in base 36, so that it shows whether the upload has expired.
 */
export const newUploadId = (): string =>
  `${Date.now().toString(36)}-${randomBytes(16).toString('hex')}`;

/** An upload's metadata, for the user who started it; null for everybody else. */
export async function readInfo(
  store: MediaStore,
  userId: number,
  id: string,
): Promise<Info | null> {
  const bytes = ID.test(id) ? await readMedia(store, `${folderOf(id)}/info.json`) : null;
  const info = bytes && (JSON.parse(bytes.toString()) as Info);
  return info?.userId === userId ? info : null;
}

/**
 * A user's uploads in the form that the tus server needs: the bytes of each request are a file of the media
 * store, named by their offset and length. Bytes that arrived before a connection broke are kept; another
 * instance of the portal can continue the upload.
 */
export class UploadParts extends DataStore {
  readonly #store: MediaStore;
  readonly #userId: number;

  constructor(store: MediaStore, userId: number) {
    super();
    this.#store = store;
    this.#userId = userId;
    this.extensions = ['creation', 'termination'];
  }

  override async create(upload: Upload): Promise<Upload> {
    await clearAway(this.#store, Date.now());
    const { count, bytes } = await underWay(this.#store, this.#userId);
    if (count >= MOST_UPLOADS || bytes + (upload.size ?? 0) > MOST_BYTES) throw OVER_QUOTA;
    const info: Info = {
      size: upload.size ?? 0,
      name: cleanText(upload.metadata?.['filename'] ?? '').slice(0, 200) || 'picture',
      userId: this.#userId,
      created: new Date().toISOString(),
    };
    await this.#store.put(`${folderOf(upload.id)}/info.json`, Buffer.from(JSON.stringify(info)));
    return upload;
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const parts: Buffer[] = [];
    let fault: unknown = null;
    try {
      for await (const part of stream) parts.push(part as Buffer);
    } catch (cause) {
      fault = cause;
    }
    const bytes = Buffer.concat(parts);
    if (bytes.length > 0)
      await this.#store.put(`${folderOf(id)}/part-${offset}-${bytes.length}`, bytes);
    if (fault !== null) throw fault;
    return offset + bytes.length;
  }

  override async getUpload(id: string): Promise<Upload> {
    const info = await readInfo(this.#store, this.#userId, id);
    if (!info) throw ERRORS.FILE_NOT_FOUND;
    const { size, name, created } = info;
    const { offset } = await chain(this.#store, id);
    return new Upload({ id, size, offset, metadata: { filename: name }, creation_date: created });
  }

  override remove(id: string): Promise<void> {
    return removeAll(this.#store, `${folderOf(id)}/`);
  }
}

/** The files that are contiguous from the start, and their total length in bytes. */
async function chain(store: MediaStore, id: string): Promise<{ paths: string[]; offset: number }> {
  const lengths = new Map<number, number>();
  for (const path of await store.list(`${folderOf(id)}/`)) {
    const [, start, length] = /\/part-(\d+)-(\d+)$/.exec(path) ?? [];
    if (start === undefined) continue;
    lengths.set(Number(start), Math.max(lengths.get(Number(start)) ?? 0, Number(length)));
  }
  const paths: string[] = [];
  let offset = 0;
  for (let length = lengths.get(0); length !== undefined; length = lengths.get(offset)) {
    paths.push(`${folderOf(id)}/part-${offset}-${length}`);
    offset += length;
  }
  return { paths, offset };
}

/**
 * The bytes of an upload.
 * @param info.size - bytes of the complete upload
 * @returns null while it is incomplete
 */
export async function readUpload(
  store: MediaStore,
  id: string,
  { size }: Pick<Info, 'size'>,
): Promise<Buffer | null> {
  const { paths, offset } = await chain(store, id);
  if (offset !== size) return null;
  const parts: Buffer[] = [];
  for (const path of paths) {
    const part = await readMedia(store, path);
    if (!part) return null;
    parts.push(part);
  }
  const bytes = Buffer.concat(parts);
  return bytes.length === size ? bytes : null;
}

/**
 * Stores which picture an upload became, in place of its bytes: a client that did not get the response asks
 * again.
 */
export async function endUpload(store: MediaStore, id: string, imageId: string): Promise<void> {
  await store.put(`${folderOf(id)}/done`, Buffer.from(imageId));
  await dropUpload(store, id);
}

/** Removes the bytes of an upload. */
export async function dropUpload(store: MediaStore, id: string): Promise<void> {
  for (const path of await store.list(`${folderOf(id)}/`))
    if (path.includes('/part-')) await store.remove(path);
}

/** The picture that an upload became; null before. */
export async function pictureOfUpload(store: MediaStore, id: string): Promise<string | null> {
  return (await readMedia(store, `${folderOf(id)}/done`))?.toString() ?? null;
}

/** Thrown in the tus server's format: a status and a sentence. */
const OVER_QUOTA = {
  status_code: 429,
  body: 'Too many uploads were begun and not ended: end some, or wait a day.\n',
};

/** A user's unfinished uploads. */
async function underWay(
  store: MediaStore,
  userId: number,
): Promise<{ count: number; bytes: number }> {
  const begun = new Map<string, { isDone: boolean }>();
  for (const path of await store.list(`${ROOT}/`)) {
    const [, id = '', file] = path.split('/');
    const upload = begun.get(id) ?? { isDone: false };
    if (file === 'done') upload.isDone = true;
    begun.set(id, upload);
  }
  let count = 0;
  let bytes = 0;
  for (const [id, { isDone }] of begun) {
    const info = isDone ? null : await readInfo(store, userId, id);
    if (!info) continue;
    count++;
    bytes += info.size;
  }
  return { count, bytes };
}

/** Removes abandoned uploads. */
async function clearAway(store: MediaStore, now: number): Promise<void> {
  for (const path of await store.list(`${ROOT}/`)) {
    const time = ID.exec(path.split('/')[1] ?? '')?.[1];
    if (time !== undefined && now - parseInt(time, 36) > LIFETIME) await store.remove(path);
  }
}
