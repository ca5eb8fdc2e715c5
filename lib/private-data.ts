/**
 * Keeps DATA_DIR private to its owner: drafts, originals, the key of second factors and the database are
 * stored there.
 */
import { chmodSync, lstatSync, mkdirSync, readdirSync, type Stats } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CodedError } from './errors.ts';

/** Permission bits of all users except the owner, and those of them that allow passing through a folder. */
const OTHERS = 0o077;
const PASSING = 0o011;

/**
 * Paths that root's database uses, which runs as another user: it must be able to pass through the folders
 * above it, and it keeps its programs and clusters private itself.
 */
const PASSED = /^(database(\/programs)?)?$/;
const DATABASES_OWN = /^database\/(\d+(\.new)?|run|programs\/.*)$/;

/**
 * Makes this process and its child processes write files that no other user can read, and removes the
 * permissions of other users from what is already in the data folder. Files in a folder that others cannot
 * enter are out of their reach: so in a large picture library only the folders are checked, and files only
 * where a folder was open.
 * @param dataDir - absolute path; created if it does not exist
 * @throws CodedError `data_dir` where other users have access that cannot be removed
 */
export function keepPrivate(dataDir: string): void {
  process.umask(OTHERS);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch {
    // A folder that cannot be created or written is reported by the code that needs it first.
    return;
  }
  close(dataDir, dataDir);
}

function close(path: string, dataDir: string): void {
  const place = relative(dataDir, path).replaceAll(sep, '/');
  const found = lstatSync(path, { throwIfNoEntry: false });
  // Removed meanwhile, or a link, whose own permissions have no effect.
  if (!found || found.isSymbolicLink() || DATABASES_OWN.test(place)) return;
  const open = found.mode & OTHERS & ~(isPassed(place) ? PASSING : 0);
  // From the inside out: after an interrupted run the outer folder is still open and is checked again.
  if (found.isDirectory() && (open || depthOf(place) < 2))
    for (const name of readdirSync(path)) close(join(path, name), dataDir);
  if (open) shut(path, found, open);
}

const depthOf = (place: string) => (place === '' ? 0 : place.split('/').length);
const isPassed = (place: string) => process.getuid?.() === 0 && PASSED.test(place);

function shut(path: string, { mode, uid }: Stats, open: number): void {
  try {
    chmodSync(path, mode & 0o7777 & ~open);
    // Some file systems accept a change of permissions and ignore it.
    if (!(lstatSync(path).mode & open)) return;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return;
  }
  throw new CodedError(
    'data_dir',
    `Others on this machine can read or write ${path}, which belongs to user ${uid}, and that cannot be changed: give it to user ${process.getuid?.()} by chown -R, run chmod -R go= on it, or set DATA_DIR to a folder on a disk that keeps permissions.`,
  );
}
