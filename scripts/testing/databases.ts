/** The PostgreSQL servers that tests run on. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { copyPrograms, findPrograms, programOf } from '../../lib/db/embedded/programs.ts';
import { reaches } from '../../lib/db/embedded/runner.ts';
import { configurationOf } from '../../lib/db/embedded/settings.ts';
import { isInstalled } from './debian.ts';

/** A PostgreSQL that a test may take away and give back. */
export interface PostgresServer {
  /** A postgres:// address. */
  target: string;
  stop(): Promise<void>;
  /** Ends it at once, as a crash would, and keeps its data. */
  halt(): Promise<void>;
  /** Kills it and leaves its children to find out. */
  kill(): Promise<void>;
  /** Starts it again where it was. */
  start(): Promise<void>;
  /** Makes it fall silent: connections stay, and nothing is answered. */
  freeze(): void;
  thaw(): void;
}

export interface ServerOptions {
  /** Debian's, the oldest version that is supported, or the one that npm brings, set as the portal sets it. */
  from?: 'debian' | 'npm';
  /** Synced as it is by default; a test whose data dies with it need not pay for that. */
  isDurable?: boolean;
  /** Variables of its processes, for example those of libfaketime. */
  env?: Record<string, string>;
}

const DEBIAN = '/usr/lib/postgresql';
const START_LIMIT = 60_000;
const PING_EVERY = 30;

/** Starts a PostgreSQL in a folder of its own that goes with it. */
export async function startPostgres({
  from = isInstalled('postgresql') ? 'debian' : 'npm',
  isDurable = false,
  env = {},
}: ServerOptions = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'caliber-postgres-'));
  const user = postgresUser();
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const bin = from === 'debian' ? debianPrograms() : npmPrograms(folder, user);
  const port = await freePort();
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { cwd: folder, stdio: 'pipe', ...user },
  );
  if (from === 'npm') appendFileSync(join(data, 'postgresql.conf'), configurationOf(18));
  const settings = [
    ...(isDurable ? [] : ['fsync=off']),
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
  ];
  const target = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let server: ChildProcess;
  const begin = () =>
    spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { cwd: folder, stdio: 'ignore', env: { ...process.env, ...env }, ...user },
    );
  const start = async () => {
    server = begin();
    const deadline = performance.now() + START_LIMIT;
    while (!(await answers(target))) {
      if (performance.now() > deadline)
        throw new Error('The PostgreSQL of the tests did not start.');
      // The children of one that was killed hold its memory for a moment more: it refuses, and is asked again.
      if (server.exitCode !== null) server = begin();
      await sleep(PING_EVERY);
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
    signalTree(server.pid ?? 0, signal);
  };
  await start();
  return {
    target,
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

/** Sends a signal to a process and its children. */
export function signalTree(pid: number, signal: NodeJS.Signals): void {
  for (const each of [String(pid), ...childrenOf(pid)])
    try {
      process.kill(Number(each), signal);
    } catch {
      // It has ended meanwhile.
    }
}

function childrenOf(pid: number): string[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return children.split(' ').filter(Boolean);
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

/** The newest that Debian has; on Debian 12 that is 15, the oldest that is supported. */
function debianPrograms(): string {
  const [newest] = readdirSync(DEBIAN)
    .map(Number)
    .sort((one, other) => other - one);
  return join(DEBIAN, String(newest), 'bin');
}

function npmPrograms(folder: string, user: ReturnType<typeof postgresUser>): string {
  const programs = findPrograms(folder);
  const isReached = !user || reaches(user, programOf(programs, 'postgres'), folder);
  return join((isReached ? programs : copyPrograms(programs, folder)).folder, 'bin');
}

async function answers(target: string): Promise<boolean> {
  const sql = postgres(target, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** PostgreSQL refuses to run as root: Debian's package brings a user for it, else nobody does. */
function postgresUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const name = isInstalled('postgresql') ? 'postgres' : 'nobody';
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
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
