import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the parts of an embedded database lie. */
export interface Places {
  folder: string;
  /** PGlite's own files. */
  data: string;
  /** A SQLite file whose lock, held by the kernel, says who owns the folder; a dead owner holds nothing. */
  lock: string;
  log: string;
  /** The owner's process id, for people; the lock alone says whether it lives. */
  pid: string;
  /** Users hold a connection here for as long as they need the database. */
  control: string;
  /** Answers the PostgreSQL protocol. */
  socket: string;
}

/** A Unix socket's address holds 107 bytes at most (man 7 unix; 103 on macOS). */
const LONGEST_SOCKET_PATH = 100;

/**
 * The places of the embedded database in a data folder.
 * @param dataDir - absolute path
 */
export function placesIn(dataDir: string): Places {
  const folder = join(dataDir, 'database');
  const inFolder = { control: join(folder, 'control.sock'), socket: join(folder, 'postgres.sock') };
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const sockets =
    Buffer.byteLength(inFolder.socket) <= LONGEST_SOCKET_PATH
      ? inFolder
      : {
          control: join(tmpdir(), `caliber-${name}-control.sock`),
          socket: join(tmpdir(), `caliber-${name}-postgres.sock`),
        };
  return {
    folder,
    data: join(folder, 'pglite'),
    lock: join(folder, 'owner.lock'),
    log: join(folder, 'database.log'),
    pid: join(folder, 'owner.pid'),
    ...sockets,
  };
}
