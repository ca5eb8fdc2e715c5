import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a small file so that it is whole after a power cut. Throws what the disk throws.
 * @param mode - permissions of a file that is made; nobody else's eyes by default
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

/** Has the disk keep the names in a folder: of files that were made, renamed or removed. */
export function syncFolder(folder: string): void {
  const entry = openSync(folder, 'r');
  try {
    fsyncSync(entry);
  } finally {
    closeSync(entry);
  }
}
