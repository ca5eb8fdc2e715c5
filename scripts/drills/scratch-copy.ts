/** A copy of the working tree to which the drills are applied. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { editionOf, type Drill } from './drill.ts';

/**
 * Where the copy is: below the repository, so that its programs find `node_modules` above them; the framework's
 * builder follows no link out of its root.
 */
const FOLDER = resolve('.test/drills');
const CONFIGURATION = 'const config: NextConfig = {';

export interface ScratchCopy {
  /** Absolute. */
  folder: string;
  remove: () => void;
}

/** Copies what git knows of the working tree, changed or not, and what is new and not ignored. */
export function makeScratchCopy(): ScratchCopy {
  const root = process.cwd();
  rmSync(FOLDER, { recursive: true, force: true });
  for (const file of filesOf(root)) {
    mkdirSync(dirname(join(FOLDER, file)), { recursive: true });
    cpSync(file, join(FOLDER, file));
  }
  const next = join(FOLDER, 'next.config.ts');
  const rooted = `${CONFIGURATION}\n  turbopack: { root: ${JSON.stringify(root)} },\n  outputFileTracingRoot: ${JSON.stringify(root)},`;
  writeFileSync(next, readFileSync(next, 'utf8').replace(CONFIGURATION, rooted));
  makeRepository(root);
  return { folder: FOLDER, remove: () => rmSync(FOLDER, { recursive: true, force: true }) };
}

const hasHistory = (root: string): boolean => existsSync(join(root, '.git'));

/** The files of the working tree; of a tree without a repository, all but what is installed, built or stored. */
function filesOf(root: string): string[] {
  if (hasHistory(root)) {
    const listed = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
    return [...new Set(listed.split('\0'))].filter((file) => file !== '' && existsSync(file));
  }
  return readdirSync(root)
    .filter((name) => !['node_modules', '.next', '.data', '.test'].includes(name))
    .flatMap((name) =>
      statSync(name).isFile()
        ? [name]
        : readdirSync(name, { recursive: true, encoding: 'utf8' })
            .map((file) => join(name, file))
            .filter((file) => statSync(file).isFile()),
    );
}

/** A repository of the copy's own, with the objects of ours: a patch finds the version that it was made of. */
function makeRepository(root: string): void {
  git(FOLDER, 'init', '--quiet');
  if (hasHistory(root)) {
    const objects = resolve(root, git(root, 'rev-parse', '--git-common-dir').trim(), 'objects');
    writeFileSync(join(FOLDER, '.git/objects/info/alternates'), `${objects}\n`);
  }
  git(FOLDER, 'add', '--all');
}

/**
 * Applies drills to the copy: those that begin with copies of files last, so that these hold what the others add.
 * @throws Error with what git printed, where a patch does not apply
 */
export function applyDrills(drills: readonly Drill[]): void {
  const copiesLast = drills.toSorted(
    (one, other) => Object.keys(one.copies).length - Object.keys(other.copies).length,
  );
  for (const { folder, copies } of copiesLast) {
    for (const [to, from] of Object.entries(copies)) cpSync(join(FOLDER, from), join(FOLDER, to));
    git(FOLDER, 'add', '--all');
    git(FOLDER, 'apply', '--3way', join(folder, 'change.patch'));
  }
}

/** Puts the stories of all drills in one folder of the copy. */
export function gatherEditions(drills: readonly Drill[]): string {
  const gathered = join(FOLDER, '.data-edition');
  mkdirSync(gathered);
  for (const edition of drills.flatMap((drill) => editionOf(drill) ?? []))
    cpSync(join(FOLDER, edition), gathered, { recursive: true });
  return gathered;
}

const git = (cwd: string, ...parameters: string[]): string =>
  execFileSync('git', parameters, { cwd, encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' });
