import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of an embedded database in a data folder. */
export interface Places {
  folder: string;
  /** A SQLite file whose lock, held by the kernel, says who owns the folder; a dead owner holds nothing. */
  lock: string;
  log: string;
  /** The owner's process id, for people; the lock alone says whether it lives. */
  pid: string;
  /** Names the folder that `home` is, where it is not `folder`; written by the owner. */
  elsewhere: string;
  /** Names the folder that `run` is, where it is not in `home`; written by the owner. */
  runElsewhere: string;
  /** Holds the clusters and, where they had to be copied, PostgreSQL's programs. */
  home: string;
  /** Private folder of the sockets. */
  run: string;
}

/** PostgreSQL's name for a socket in a folder; the number stands for the port that is never opened. */
const SOCKET = '.s.PGSQL.5432';

/** A Unix socket's address holds 107 bytes at most (man 7 unix), 103 on macOS. */
export const LONGEST_SOCKET_PATH = 103;

/**
 * The places of the embedded database in a data folder, as its owner last chose them.
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

/** Where PostgreSQL answers. @param run - the folder of the sockets */
export const socketIn = (run: string): string => join(run, SOCKET);

/** Where users hold a connection for as long as they need the database. */
export const controlIn = (run: string): string => join(run, 'control.sock');

/** The folder of a cluster. @param major - PostgreSQL's major version */
export const clusterIn = (home: string, major: number): string => join(home, String(major));

/** A folder that the rows of a new cluster came from keeps its name with this behind it. */
export const OLD = '.old';

/** In a new cluster: the path of the folder that its rows came from, until that one is renamed. */
export const MOVED_FROM = 'moved-from';

/**
 * Whether a folder is closed to others, and belongs to us or to whom PostgreSQL runs as. A temporary folder
 * is emptied at a restart, and the name that is written down is then anybody's to take.
 * @param ownRun - what its owner has given to whom PostgreSQL runs as
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
