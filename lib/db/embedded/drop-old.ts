/** `portal data`: the folders of moved databases. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OLD, placesIn } from './places.ts';

/**
 * Removes the folders that a move to another version of PostgreSQL kept, and prints their paths.
 * @param dataDir - absolute path
 * @returns the removed folders
 */
export function dropOld(dataDir: string, say: (sentence: string) => void = console.log): string[] {
  const { folder, home } = placesIn(dataDir);
  const folders = [...new Set([folder, home])].flatMap((parent) =>
    readOrEmpty(parent)
      .filter((name) => name.endsWith(OLD))
      .map((name) => join(parent, name)),
  );
  for (const old of folders) {
    rmSync(old, { recursive: true });
    say(`Removed ${old}.`);
  }
  if (folders.length === 0) say(`There is no older database in ${folder}.`);
  return folders;
}

function readOrEmpty(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
