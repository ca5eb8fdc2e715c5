import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, closeSync, constants, mkdirSync, openSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CodedError } from '../../errors.ts';
import type { OwnerMessage } from './owner.ts';
import { controlIn, placesIn, type Places } from './places.ts';

export interface EmbeddedLease {
  /**
   * Releases the lease on the database. Resolves after the database has stopped, if this was the last lease.
   */
  release(): Promise<void>;
}

/** Milliseconds in which an owner must exist and listen; its work after that has no limit. */
const OWNER_LIMIT = 60_000;
const RETRY_EVERY = 25;
const ANOTHER_EVERY = 250;
/** Milliseconds that the last client waits for the database to stop. */
const RELEASE_LIMIT = 20_000;

/**
 * Starts the embedded database of a data folder, or joins the one that already runs there. While the lease is
 * held, the database is restarted if its process is killed.
 * @param dataDir - absolute path
 * @param say - called with messages for the operator: a recovery, a move from an older version
 * @throws CodedError `data_dir` for a folder that is not writable, or the reason why the database did not
 *   start
 */
export async function startEmbedded(
  dataDir: string,
  say: (sentence: string) => void = (sentence) => console.error(sentence),
): Promise<EmbeddedLease> {
  prepare(placesIn(dataDir));
  let held = await hold(dataDir, say);
  let isReleased = false;
  const rejoin = () => {
    if (isReleased) return;
    hold(dataDir, say).then(
      (socket) => {
        held = socket;
        held.once('close', rejoin);
        if (isReleased) held.destroy();
      },
      (cause: unknown) => {
        say(cause instanceof Error ? cause.message : String(cause));
        setTimeout(rejoin, 1000).unref();
      },
    );
  };
  held.once('close', rejoin);
  return {
    release: async () => {
      isReleased = true;
      if (held.destroyed) return;
      const closed = new Promise((resolve) => held.once('close', resolve));
      held.ref().end();
      await Promise.race([closed, sleep(RELEASE_LIMIT, undefined, { ref: false })]);
      held.destroy();
    },
  };
}

function prepare(places: Places): void {
  try {
    mkdirSync(places.folder, { recursive: true, mode: 0o700 });
    accessSync(places.folder, constants.W_OK);
  } catch (cause) {
    throw new CodedError(
      'data_dir',
      cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC'
        ? `The disk of ${places.folder} is full: free some space, or set DATA_DIR to another disk.`
        : `The folder ${places.folder} cannot be written: give this user the right to, or set DATA_DIR to another.`,
      { cause },
    );
  }
}

/** Connects to the owner; starts one if there is none. */
async function hold(dataDir: string, say: (sentence: string) => void): Promise<Socket> {
  const deadline = performance.now() + OWNER_LIMIT;
  const failures: CodedError[] = [];
  let owner: ChildProcess | undefined;
  while (performance.now() < deadline) {
    const answer = await ask(controlIn(placesIn(dataDir).run), say);
    if (answer) {
      if (owner?.connected) owner.disconnect();
      return answer;
    }
    if (failures[0]) throw failures[0];
    const hasEnded = owner && (owner.exitCode !== null || owner.signalCode !== null);
    // Another process owns the folder, and will listen or exit.
    if (hasEnded) await sleep(ANOTHER_EVERY);
    if (!owner || hasEnded) owner = spawnOwner(dataDir, (failure) => failures.push(failure));
    await sleep(RETRY_EVERY);
  }
  const { pid, log, folder } = placesIn(dataDir);
  throw new CodedError(
    'embedded_database',
    `The process that has the database in ${folder} open (${ownerOf(pid)}) does not answer: end it, or see ${log}.`,
  );
}

function ownerOf(file: string): string {
  try {
    return `process ${readFileSync(file, 'utf8')}`;
  } catch {
    return 'of an earlier release, or in another container';
  }
}

/** The control connection, once the owner reports that it is ready; null if nobody listens. */
function ask(control: string, say: (sentence: string) => void): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(control);
    socket.once('error', () => resolve(null));
    socket.once('close', () => resolve(null));
    const lines = createInterface(socket);
    // It forwards the socket's own error, which is handled above.
    lines.on('error', () => {});
    lines.on('line', (line) => {
      const message = JSON.parse(line) as OwnerMessage;
      if ('say' in message) say(message.say);
      else if ('ready' in message) {
        // The lease alone must not keep a process alive.
        socket.unref();
        resolve(socket);
      } else {
        socket.destroy();
        reject(new CodedError(message.code, message.failed));
      }
    });
  });
}

function spawnOwner(dataDir: string, onFailure: (failure: CodedError) => void): ChildProcess {
  const log = openSync(placesIn(dataDir).log, 'a', 0o600);
  const owner = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--max-semi-space-size=1',
      fileURLToPath(new URL('./owner.ts', import.meta.url)),
      dataDir,
    ],
    { detached: true, cwd: '/', stdio: ['ignore', log, log, 'ipc'] },
  );
  closeSync(log);
  owner.on('message', (message: OwnerMessage) => {
    if ('failed' in message) onFailure(new CodedError(message.code, message.failed));
  });
  owner.unref();
  owner.channel?.unref();
  return owner;
}
