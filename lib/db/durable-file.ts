import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a small file so that it is complete after a power cut.
 * @param mode - permission bits of a new file; by default only its owner can read and write it
 * @throws what the file system throws
 */
export function writeDurably(path: string, text: string, mode = 0o600): void {
  const file = openSync(path, 'w', mode);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  syncFolder(dirname(path));
}

/**
 * Flushes a folder's entries to the disk: the names of files that were created, renamed or removed.
 * @throws what the file system throws
 */
export function syncFolder(folder: string): void {
  const entry = openSync(folder, 'r');
  try {
    fsyncSync(entry);
  } finally {
    closeSync(entry);
  }
}
