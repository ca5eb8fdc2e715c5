/**
 * The process that owns an embedded database: `node owner.ts <data folder>`. It lives while somebody
 * holds a connection to its control socket, and answers each with `ready` or with what went wrong.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { Engine } from './engine-keeper.ts';
import { placesIn } from './places.ts';

/** Milliseconds without a user after which the owner goes: a command line that follows another joins it. */
const LINGER = 2000;

/** Exit code that says: another process owns this folder, connect to that one. */
export const OWNED_BY_ANOTHER = 3;

const dataDir = process.argv[2];
if (!dataDir) throw new Error('Usage: node owner.ts <data folder>');
const places = placesIn(dataDir);

try {
  const lock = new DatabaseSync(places.lock);
  lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  // Held until the process ends, however it ends: the reference keeps the handle from being collected.
  Object.assign(globalThis, { lock });
} catch (cause) {
  console.error(String(cause));
  process.exit(OWNED_BY_ANOTHER);
}

writeFileSync(places.pid, String(process.pid));
const users = new Set<Socket>();
let lingering: NodeJS.Timeout | undefined;
const engine = new Engine({ data: places.data, socket: places.socket });

async function goWhenUnused(): Promise<void> {
  clearTimeout(lingering);
  if (users.size > 0) return;
  lingering = setTimeout(() => void stop(), LINGER);
}

async function stop(): Promise<void> {
  if (users.size > 0) return;
  control.close();
  rmSync(places.control, { force: true });
  rmSync(places.pid, { force: true });
  await engine.stop();
  process.exit(0);
}

const control = createServer((user) => {
  users.add(user);
  clearTimeout(lingering);
  user.on('error', () => user.destroy());
  user.once('close', () => {
    users.delete(user);
    void goWhenUnused();
  });
  user.resume();
  engine.ready.then(
    () => user.write('ready\n'),
    (cause: unknown) => user.end(`failed ${JSON.stringify(String(cause))}\n`),
  );
});

rmSync(places.control, { force: true });
rmSync(places.socket, { force: true });
control.listen(places.control, () => void goWhenUnused());
engine.ready.catch((cause: unknown) => {
  console.error(cause);
  setTimeout(() => process.exit(1), LINGER);
});
// A terminal's Ctrl+C reaches the whole group; the owner goes when its users have gone.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
