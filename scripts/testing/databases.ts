/** The two databases that every database test runs on. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Engine } from '../../lib/db/embedded/engine-keeper.ts';

export interface TestServer {
  /** A postgres:// address, or the path of a Unix socket. */
  target: string;
  stop(): Promise<void>;
}

/** The embedded engine, in memory. */
export async function startPglite(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'caliber-pglite-'));
  const socket = join(folder, 'postgres.sock');
  const engine = new Engine({ data: null, socket });
  await engine.ready;
  return {
    target: socket,
    stop: async () => {
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const BINARIES = '/usr/lib/postgresql';
const START_LIMIT = 60_000;

/** A PostgreSQL that a test may take away and give back. */
export interface PostgresServer extends TestServer {
  /** Ends it at once, as a crash would, and keeps its data. */
  halt(): Promise<void>;
  /** Kills it as a power cut would: not even its children are told. */
  kill(): Promise<void>;
  /** Starts it again where it was. */
  start(): Promise<void>;
  /** Makes it fall silent: connections stay, and nothing is answered. */
  freeze(): void;
  thaw(): void;
}

/**
 * A real PostgreSQL of Debian's, newest version, in a folder of its own that goes with it.
 * @param isDurable - as it is by default; a test whose data dies with it need not pay for that
 */
export async function startPostgres(isDurable = false): Promise<PostgresServer> {
  const version = readdirSync(BINARIES)
    .map(Number)
    .sort((one, other) => other - one)[0];
  const bin = join(BINARIES, String(version), 'bin');
  const folder = mkdtempSync(join(tmpdir(), 'caliber-postgres-'));
  const user = postgresUser();
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const port = await freePort();
  const data = join(folder, 'data');
  const initialise = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ];
  execFileSync(join(bin, 'initdb'), [...initialise, '--no-sync'], { cwd: folder, ...user });
  const settings = [
    ...(isDurable ? [] : ['fsync=off']),
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
  ];
  let server: ChildProcess;
  const begin = () =>
    spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { cwd: folder, stdio: 'ignore', ...user },
    );
  const start = async () => {
    server = begin();
    const deadline = performance.now() + START_LIMIT;
    for (;;) {
      try {
        execFileSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-q']);
        break;
      } catch (cause) {
        if (performance.now() > deadline) throw cause;
        // The children of one that was killed hold its memory for a moment more: it refuses, and is asked again.
        if (server.exitCode !== null) server = begin();
        await sleep(50);
      }
    }
  };
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  // The one that listens and those that answer, each a process of its own.
  const all = (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const pid = String(server.pid);
    const own = spawnSync('pgrep', ['-P', pid], { encoding: 'utf8' }).stdout.split('\n');
    for (const each of [pid, ...own].filter(Boolean)) process.kill(Number(each), signal);
  };
  await start();
  return {
    target: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    halt: () => end('SIGQUIT'),
    kill: () => end('SIGKILL'),
    freeze: () => all('SIGSTOP'),
    thaw: () => all('SIGCONT'),
    stop: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: Debian's package brings a user for it. */
function postgresUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A port on which nobody listens just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(),
      );
    });
  });
}
