/**
 * The process that owns an embedded database: `node owner.ts <data folder>`. It starts PostgreSQL, restarts
 * it when it dies, and stops it when the last client of its control socket has disconnected, for whatever
 * reason. It sends them lines of JSON, see `OwnerMessage`.
 */
import { chmodSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { CodedError } from '../../errors.ts';
import { locate } from './locate.ts';
import { clusterIn, controlIn, placesIn } from './places.ts';
import { prepareCluster } from './prepare-cluster.ts';
import { MAJOR } from './programs.ts';
import { isRoot } from './runner.ts';
import { ServerProcess } from './server-process.ts';

/** A line from the owner to its clients. */
export type OwnerMessage = { say: string } | { ready: true } | { failed: string; code: string };

/** Milliseconds within which the first client must connect. */
const FIRST_USER_LIMIT = 10_000;
/** Bytes above which the log of the last start is moved aside. */
const LONG_LOG = 4 * 1024 * 1024;

const users = new Set<Socket>();
/** The first messages for clients that connect later. */
let state: OwnerMessage[] = [];
let server: ServerProcess | undefined;
let isStopping = false;

function broadcast(message: OwnerMessage): void {
  state.push(message);
  for (const user of users) user.write(`${JSON.stringify(message)}\n`);
}

const say = (sentence: string): void => {
  console.error(sentence);
  if (!state.some((message) => 'ready' in message)) return broadcast({ say: sentence });
  for (const user of users) user.write(`${JSON.stringify({ say: sentence })}\n`);
};

function fail(cause: unknown): void {
  console.error(cause);
  const { message, code } = codedFrom(cause);
  broadcast({ failed: message, code });
  // Before anybody can connect, the parent process listens here.
  process.send?.({ failed: message, code } satisfies OwnerMessage);
  void stop(1);
}

/** SQLite's codes for a lock that another process holds, and for a full disk (sqlite.org/rescode.html). */
const BUSY = 5;
const FULL = 13;

const sqliteCode = (cause: unknown) => ((cause as { errcode?: number }).errcode ?? 0) & 0xff;

function codedFrom(cause: unknown): CodedError {
  if (cause instanceof CodedError) return cause;
  return (cause as NodeJS.ErrnoException).code === 'ENOSPC' || sqliteCode(cause) === FULL
    ? new CodedError(
        'disk_full',
        `The disk of ${places.folder} is full: free some space, or set DATA_DIR to another disk.`,
        { cause },
      )
    : new CodedError('embedded_database', String(cause), { cause });
}

async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  control.close();
  await server?.stop();
  rmSync(places.pid, { force: true });
  // Client connections close when this process exits: only then does a client know that the database is
  // stopped.
  process.exit(code);
}

const dataDir = process.argv[2];
if (!dataDir) throw new Error('Usage: node owner.ts <data folder>');
process.umask(0o077);
let places = placesIn(dataDir);
try {
  const lock = new DatabaseSync(places.lock);
  lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  // Held until the process ends, for whatever reason: the reference keeps the handle from being collected.
  Object.assign(globalThis, { lock });
} catch (cause) {
  console.error(String(cause));
  // Another process owns the folder; the parent process connects to that one.
  if (sqliteCode(cause) === BUSY) process.exit(1);
  const { message, code } = codedFrom(cause);
  await new Promise((sent) =>
    process.send?.({ failed: message, code } satisfies OwnerMessage, sent),
  );
  process.exit(1);
}
// A terminal's Ctrl+C and a service's stop signal reach all processes; the owner stops only after its clients
// have disconnected.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

const control = createServer({ allowHalfOpen: true }, (user) => {
  users.add(user);
  user.on('error', () => user.destroy());
  const leave = () => {
    users.delete(user);
    if (users.size > 0) user.end();
    else void stop(0);
  };
  // A client that ends its side waits for ours: our end signals that the database is stopped cleanly.
  user.once('end', leave).once('close', leave);
  user.resume();
  for (const message of state) user.write(`${JSON.stringify(message)}\n`);
});

async function run(dataDir: string): Promise<void> {
  if (!isRoot()) chmodSync(places.folder, 0o700);
  writeFileSync(places.pid, String(process.pid));
  const said: string[] = [];
  const location = await locate(dataDir, (sentence) => said.push(sentence));
  places = location.places;
  rmSync(controlIn(places.run), { force: true });
  await new Promise<void>((resolve) => control.listen(controlIn(places.run), resolve));
  setTimeout(() => users.size === 0 && void stop(0), FIRST_USER_LIMIT).unref();
  said.forEach(say);
  const log = { path: places.log, descriptor: openSync(places.log, 'a', 0o600) };
  await prepareCluster({ ...location, log, say });
  server = new ServerProcess({
    cluster: clusterIn(places.home, MAJOR),
    run: places.run,
    programs: location.programs,
    runner: location.runner,
    log,
    say,
    onGone: fail,
  });
  await server.start();
  // A client that connects now does not need the progress messages.
  state = state.filter((message) => !('say' in message));
  broadcast({ ready: true });
}

if ((statSync(places.log, { throwIfNoEntry: false })?.size ?? 0) > LONG_LOG)
  renameSync(places.log, `${places.log}.1`);
run(dataDir).catch(fail);
