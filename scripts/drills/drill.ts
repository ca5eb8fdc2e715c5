/** The drills of docs/extending, as they lie on the disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FOLDER = 'docs/extending';

const declaration = z.strictObject({
  files: z.int().positive(),
  copies: z.record(z.string(), z.string()).default({}),
  tests: z.array(z.string()).default([]),
});

export interface Drill extends z.infer<typeof declaration> {
  /** What is added, such as `language`: the name of the folder. */
  name: string;
  /** From the root of the repository. */
  folder: string;
  /** The paths that the patch and the copies touch, without derived lists. */
  touched: string[];
}

/** The names of all drills, in the order of the alphabet. */
export const drillNames = (): string[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();

/**
 * Reads a drill.
 * @throws Error where `drill.json` is not as docs/extending/README.md describes it
 */
export function readDrill(name: string): Drill {
  const folder = join(FOLDER, name);
  const { files, copies, tests } = declaration.parse(
    JSON.parse(readFileSync(join(folder, 'drill.json'), 'utf8')),
  );
  const patch = readFileSync(join(folder, 'change.patch'), 'utf8');
  const touched = [...new Set([...filesOf(patch), ...Object.keys(copies)])].toSorted();
  return { name, folder, files, copies, tests, touched };
}

/** The files that a git patch touches, without derived lists. */
export const filesOf = (patch: string): string[] =>
  [...patch.matchAll(/^diff --git a\/.* b\/(.*)$/gm)]
    .map(([, path = '']) => path)
    .filter((path) => !path.includes('.generated.'));

/** The folder of the stories that a drill brings; null where it brings none. */
export function editionOf({ folder }: Drill): string | null {
  const edition = join(folder, 'edition');
  return existsSync(edition) ? edition : null;
}
