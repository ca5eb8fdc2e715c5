import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, openSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CodedError } from '../../errors.ts';
import { placesIn, type Places } from './places.ts';

export interface EmbeddedLease {
  /** Unix socket that answers the PostgreSQL protocol. */
  socket: string;
  /** Lets go of the database; its process ends when nobody holds it. */
  release(): Promise<void>;
}

/** Milliseconds that a first start, which creates the database, may take on a slow machine. */
const START_LIMIT = 90_000;
const RETRY_EVERY = 50;

/**
 * Starts the embedded database of a data folder, or joins the one that runs there already. While the
 * lease is held the database is started again should its process be killed.
 * @param dataDir - absolute path
 * @throws CodedError `data_dir` for a folder without right to write, `embedded_database` for a start
 *   that failed
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedLease> {
  const places = placesIn(dataDir);
  prepare(places);
  let held = await hold(places, dataDir);
  let isReleased = false;
  const rejoin = () => {
    if (isReleased) return;
    hold(places, dataDir).then(
      (socket) => {
        held = socket;
        held.once('close', rejoin);
        if (isReleased) held.destroy();
      },
      (cause: unknown) => {
        console.error(cause instanceof CodedError ? cause.message : cause);
        setTimeout(rejoin, 1000).unref();
      },
    );
  };
  held.once('close', rejoin);
  return {
    socket: places.socket,
    release: async () => {
      isReleased = true;
      held.destroy();
    },
  };
}

function prepare(places: Places): void {
  try {
    mkdirSync(places.folder, { recursive: true });
    accessSync(places.folder, constants.W_OK);
  } catch (cause) {
    throw new CodedError(
      'data_dir',
      `The folder ${places.folder} cannot be written: give this user the right to, or set DATA_DIR to another.`,
      { cause },
    );
  }
}

/** Connects to the owner, having started one where there is none. */
async function hold(places: Places, dataDir: string): Promise<Socket> {
  const deadline = performance.now() + START_LIMIT;
  let owner: ReturnType<typeof spawnOwner> | undefined;
  while (performance.now() < deadline) {
    const answer = await ask(places.control);
    if (answer) return answer;
    if (!owner || owner.exitCode !== null) owner = spawnOwner(places, dataDir);
    await sleep(RETRY_EVERY);
  }
  throw new CodedError(
    'embedded_database',
    `The embedded database did not start within ${START_LIMIT / 1000} s: see ${places.log}.`,
  );
}

/** The control connection once the owner says that it is ready; null where nobody listens. */
function ask(control: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(control);
    socket.once('error', () => resolve(null));
    socket.once('close', () => resolve(null));
    socket.once('data', (data) => {
      const line = data.toString();
      if (line.startsWith('ready')) {
        // The lease alone keeps no process alive.
        socket.unref();
        resolve(socket);
      } else {
        socket.destroy();
        reject(
          new CodedError(
            'embedded_database',
            `The embedded database did not start: ${line.slice(7)}`,
          ),
        );
      }
    });
  });
}

function spawnOwner(places: Places, dataDir: string) {
  const log = openSync(places.log, 'a');
  const owner = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      fileURLToPath(new URL('./owner.ts', import.meta.url)),
      dataDir,
    ],
    { detached: true, stdio: ['ignore', log, log] },
  );
  owner.unref();
  return owner;
}
