/** The interface to the files of pictures: to put, read and remove them in any storage. */
import type { Readable } from 'node:stream';

interface MediaFile {
  /** Bytes of the whole file. */
  size: number;
  /** With its quotes. */
  etag: string;
  modifiedAt: Date;
  stream: Readable;
}

/**
 * Paths are relative, of letters that need no escaping: `<id>/1200.webp`. A file is complete or does not
 * exist. Each function throws a CodedError `media_store` when the store cannot be reached, and the system's
 * error when a disk is full.
 */
export interface MediaStore {
  put(path: string, bytes: Buffer): Promise<void>;
  /** Moves the files of a local folder and removes it; `last` is put after all others. */
  putFolder(folder: string, prefix: string, last?: string): Promise<void>;
  /** Opens a file; null if it does not exist. The caller must read or destroy the stream. */
  open(path: string): Promise<MediaFile | null>;
  /** The size of a file in bytes; null if it does not exist. */
  size(path: string): Promise<number | null>;
  /** Removes a file; a missing file is not an error. */
  remove(path: string): Promise<void>;
  /** The paths of all files under a prefix that ends with `/`, sorted. */
  list(prefix: string): Promise<string[]>;
}

/** The bytes of a file; null if it does not exist. */
export async function readMedia(store: MediaStore, path: string): Promise<Buffer | null> {
  const file = await store.open(path);
  if (!file) return null;
  const parts: Buffer[] = [];
  for await (const part of file.stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Removes all files under a prefix. */
export async function removeAll(store: MediaStore, prefix: string): Promise<void> {
  for (const path of await store.list(prefix)) await store.remove(path);
}
