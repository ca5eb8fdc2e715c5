/** Keeps DATA_DIR for its owner's eyes: drafts, originals, the key of second factors and the database lie there. */
import { chmodSync, lstatSync, mkdirSync, readdirSync, type Stats } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CodedError } from './errors.ts';

/** Permission bits of everybody but the owner, and of those the ones to pass through a folder by. */
const OTHERS = 0o077;
const PASSING = 0o011;

/**
 * What root's database, which runs as another user, reaches: the folders above it may be passed through, and
 * it keeps its programs and clusters itself.
 */
const PASSED = /^(database(\/programs)?)?$/;
const DATABASES_OWN = /^database\/(\d+(\.new)?|run|programs\/.*)$/;

/**
 * Has this process, and whatever it starts, write files that nobody else reads, and takes from what lies in the
 * data folder already what others may. What lies in a folder that others cannot enter is out of their reach:
 * of a whole library of pictures, the folders are looked at, and their files where a folder stood open.
 * @param dataDir - absolute path; is made when it is not there
 * @throws CodedError `data_dir` for what is open to others and cannot be closed
 */
export function keepPrivate(dataDir: string): void {
  process.umask(OTHERS);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch {
    // What can't be made or written is named by whoever needs it first.
    return;
  }
  close(dataDir, dataDir);
}

function close(path: string, dataDir: string): void {
  const place = relative(dataDir, path).replaceAll(sep, '/');
  const found = lstatSync(path, { throwIfNoEntry: false });
  // Gone meanwhile, or a link, whose own permissions mean nothing.
  if (!found || found.isSymbolicLink() || DATABASES_OWN.test(place)) return;
  const open = found.mode & OTHERS & ~(isPassed(place) ? PASSING : 0);
  // From the inside out: one that broke off is found open again.
  if (found.isDirectory() && (open || depthOf(place) < 2))
    for (const name of readdirSync(path)) close(join(path, name), dataDir);
  if (open) shut(path, found, open);
}

const depthOf = (place: string) => (place === '' ? 0 : place.split('/').length);
const isPassed = (place: string) => process.getuid?.() === 0 && PASSED.test(place);

function shut(path: string, { mode, uid }: Stats, open: number): void {
  try {
    chmodSync(path, mode & 0o7777 & ~open);
    // Some disks take the wish and keep what they had.
    if (!(lstatSync(path).mode & open)) return;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return;
  }
  throw new CodedError(
    'data_dir',
    `Others on this machine can read or write ${path}, which belongs to user ${uid}, and that cannot be changed: give it to user ${process.getuid?.()} by chown -R, run chmod -R go= on it, or set DATA_DIR to a folder on a disk that keeps permissions.`,
  );
}
