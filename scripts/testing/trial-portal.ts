/** A portal of a trial with its database, its disk and its clock, and the ways in which the trial harms it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signalTree, startPostgres } from './databases.ts';
import { makeFailingDisk } from './failing-disk.ts';
import { makeWrongClock } from './wrong-clock.ts';
import { placesIn } from '../../lib/db/embedded/places.ts';

/**
 * What is harmed: the processes of a portal with the embedded database or with PostgreSQL, the disk under
 * the embedded one, or the clock.
 */
export type TrialKind = 'embedded' | 'postgres' | 'power' | 'clock';

/** Each harm but the clock's resolves once the portal is ready again, with the milliseconds until then. */
export interface TrialPortal {
  site: string;
  env: NodeJS.ProcessEnv;
  killServer(): Promise<number>;
  killDatabase(): Promise<number>;
  cutPower(): Promise<number>;
  jumpClock(): void;
  stop(): Promise<void>;
}

/** Milliseconds that a start, or an answer after one, may take. */
export const START_LIMIT = 120_000;

/** Seconds between the earliest and the latest time that a wrong clock shows: in less than a session's idle time. */
const MOST_WRONG = 10 * 3600;

export async function startTrialPortal(kind: TrialKind, port: number): Promise<TrialPortal> {
  mkdirSync('.test', { recursive: true });
  const folder = mkdtempSync('.test/kills-');
  const disk = kind === 'power' ? makeFailingDisk(resolve(folder)) : null;
  const dataDir = join(disk?.path ?? resolve(folder), 'data');
  const site = `http://127.0.0.1:${port}`;
  const clock = kind === 'clock' ? makeWrongClock(resolve(folder)) : null;
  const postgres =
    kind === 'postgres' || clock
      ? await startPostgres({
          isDurable: true,
          from: clock ? 'npm' : 'debian',
          env: clock?.env ?? {},
        })
      : null;
  const env = {
    ...process.env,
    PORT: String(port),
    SITE_URL: site,
    DATA_DIR: dataDir,
    DATABASE_URL: postgres?.target ?? '',
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production' as const,
  };
  let server = spawnServer(env);
  const readySince = async (since: number): Promise<number> => {
    await ready(site, () => server.exitCode !== null);
    return Math.round(performance.now() - since);
  };
  const startAgain = (): Promise<number> => {
    const since = performance.now();
    server = spawnServer(env);
    return readySince(since);
  };
  const stop = async (): Promise<void> => {
    const gone = server.exitCode === null ? once(server, 'exit') : null;
    server.kill('SIGTERM');
    await gone;
    await postgres?.stop();
    await disk?.remove();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  };
  await ready(site, () => server.exitCode !== null).catch(async (cause: unknown) => {
    await stop();
    throw cause;
  });
  return {
    site,
    env,
    killServer: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
      return startAgain();
    },
    killDatabase: async () => {
      const since = performance.now();
      if (postgres) {
        await postgres.kill();
        await postgres.start();
      } else {
        databaseKiller(dataDir)();
        // Until its death is noticed it still seems to be ready.
        await unready(site);
      }
      return readySince(since);
    },
    cutPower: async () => {
      const gone = once(server, 'exit');
      const killDatabase = databaseKiller(dataDir);
      disk?.cut();
      server.kill('SIGKILL');
      killDatabase();
      await gone;
      await disk?.restore();
      return startAgain();
    },
    jumpClock: () => clock?.jump(Math.round((Math.random() - 0.5) * MOST_WRONG)),
    stop,
  };
}

/** Looks up the database's processes, which a disk without power no longer says. @returns what kills them all */
function databaseKiller(dataDir: string): () => void {
  const { pid, home } = placesIn(dataDir);
  const postmaster = Number.parseInt(readFileSync(join(home, '18', 'postmaster.pid'), 'utf8'));
  const owner = Number(readFileSync(pid, 'utf8'));
  return () => {
    process.kill(owner, 'SIGKILL');
    signalTree(postmaster, 'SIGKILL');
  };
}

const spawnServer = (env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, ['server.ts'], { env, stdio: 'ignore' });

const isReady = (site: string) =>
  fetch(`${site}/api/health/ready`, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  );

async function ready(site: string, isGone: () => boolean): Promise<void> {
  const deadline = performance.now() + START_LIMIT;
  while (!(await isReady(site))) {
    if (isGone() || performance.now() > deadline) throw new Error('The portal did not start.');
    await sleep(10);
  }
}

async function unready(site: string): Promise<void> {
  const deadline = performance.now() + 1000;
  while ((await isReady(site)) && performance.now() < deadline) await sleep(5);
}
