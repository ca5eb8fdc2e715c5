import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files and folders of an embedded database in a data folder. */
export interface Places {
  folder: string;
  /**
   * A SQLite file; the process that holds its lock owns the folder. The kernel releases the lock of a dead
   * owner.
   */
  lock: string;
  log: string;
  /** The owner's process id, for people; only the lock shows whether it is alive. */
  pid: string;
  /** A file with the path of `home`, if that is not `folder`; written by the owner. */
  elsewhere: string;
  /** A file with the path of `run`, if that is not in `home`; written by the owner. */
  runElsewhere: string;
  /** Holds the clusters and, if they had to be copied, PostgreSQL's programs. */
  home: string;
  /** Private folder of the sockets. */
  run: string;
}

/** PostgreSQL's name for a socket in a folder; the number is that of the TCP port, which is never opened. */
const SOCKET = '.s.PGSQL.5432';

/** A Unix socket's address holds 107 bytes at most (man 7 unix), 103 on macOS. */
export const LONGEST_SOCKET_PATH = 103;

/**
 * The paths of the embedded database in a data folder, as its owner last chose them.
 * @param dataDir - absolute path
 */
export function placesIn(dataDir: string): Places {
  const folder = join(dataDir, 'database');
  const elsewhere = join(folder, 'elsewhere');
  const runElsewhere = join(folder, 'run-elsewhere');
  const home = namedIn(elsewhere) ?? folder;
  const ownRun = join(home, 'run');
  const run = namedIn(runElsewhere);
  return {
    folder,
    lock: join(folder, 'owner.lock'),
    log: join(folder, 'database.log'),
    pid: join(folder, 'owner.pid'),
    elsewhere,
    runElsewhere,
    home,
    run: run !== undefined && isPrivate(run, ownRun) ? run : ownRun,
  };
}

/**
 * PostgreSQL's socket.
 * @param run - the folder of the sockets
 */
export const socketIn = (run: string): string => join(run, SOCKET);

/**
 * The control socket: a client stays connected to it for as long as it needs the database.
 * @param run - the folder of the sockets
 */
export const controlIn = (run: string): string => join(run, 'control.sock');

/**
 * The folder of a cluster.
 * @param home - the folder of the clusters
 * @param major - PostgreSQL's major version
 */
export const clusterIn = (home: string, major: number): string => join(home, String(major));

/** Suffix of a folder whose rows were moved into a new cluster. */
export const OLD = '.old';

/**
 * In a new cluster: a file with the path of the folder that its rows came from, until that one is renamed.
 */
export const MOVED_FROM = 'moved-from';

/**
 * Whether a folder is closed to other users, and belongs to this user or to PostgreSQL's. A temporary folder
 * is emptied at a restart, and then any user can create a folder with the recorded name.
 * @param ownRun - the folder that the owner has given to PostgreSQL's user
 */
function isPrivate(folder: string, ownRun: string): boolean {
  try {
    const { uid, mode } = lstatSync(folder);
    const owners = [process.getuid?.(), lstatSync(ownRun).uid];
    return (mode & 0o170077) === 0o040000 && owners.includes(uid);
  } catch {
    return false;
  }
}

function namedIn(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() || undefined : undefined;
}
