/** Several portals on one PostgreSQL, as a newsroom would run them, behind the nginx of `deploy/` or not. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOCALES, type Locale } from '../../lib/i18n/locales.ts';
import { SERVE } from '../serving.ts';
import { freePort, startPostgres, type PostgresServer } from './databases.ts';

const START_LIMIT = 120_000;
const LOOK_EVERY = 50;
const NGINX = '/usr/sbin/nginx';

/** What every fleet begins with, in each language. */
const STORIES = ['warm', 'cold'];

export interface FleetPortal {
  site: string;
  pid(): number;
  /** Ends it by a signal. @returns the exit code, null where it was killed */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Starts it again and waits until it is ready. */
  start(): Promise<void>;
}

export interface Fleet {
  postgres: PostgresServer;
  portals: FleetPortal[];
  /** Settings of every process, for a command line beside them. */
  env: NodeJS.ProcessEnv;
  /** Imports stories, or what they have become, beside the portals. */
  put(...stories: FleetStory[]): void;
  stop(): Promise<void>;
}

export interface FleetStory {
  /** Its slug, too. */
  story: string;
  locale: Locale;
  headline: string;
}

export interface FleetOptions {
  size: number;
  /** Environment variables of the portals' own. */
  settings?: Record<string, string>;
}

/** Starts portals on a PostgreSQL of their own; the production build must be there. */
export async function startFleet({ size, settings = {} }: FleetOptions): Promise<Fleet> {
  const postgres = await startPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'caliber-fleet-'));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
    DATABASE_URL: postgres.target,
    DATA_DIR: join(folder, 'data'),
    SITE_URL: 'http://127.0.0.1',
    ...settings,
  };
  const written = join(folder, 'stories');
  mkdirSync(written);
  mkdirSync(join(folder, 'data'));
  const importAll = () => {
    const command = ['lib/cli/portal.ts', 'import', written];
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env });
    if (status !== 0) throw new Error(stderr);
  };
  const write = ({ story, locale, headline }: FleetStory) =>
    writeFileSync(
      join(written, `${story}.${locale}.md`),
      `---\nstory: ${story}\nlocale: ${locale}\ncategory: world\nheadline: "${headline}"\nslug: ${story}\n` +
        `publishedAt: 2026-11-23T06:30:00+04:00\n---\n\nText of ${story}.\n`,
    );
  for (const story of STORIES)
    for (const locale of LOCALES) write({ story, locale, headline: `${story} in ${locale}` });
  importAll();
  const portals: FleetPortal[] = [];
  for (let n = 0; n < size; n++) portals.push(await makePortal(env));
  await Promise.all(portals.map((portal) => portal.start()));
  return {
    postgres,
    portals,
    env,
    put: (...stories) => {
      stories.forEach(write);
      importAll();
    },
    stop: async () => {
      await Promise.all(portals.map((portal) => portal.end('SIGTERM')));
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makePortal(env: NodeJS.ProcessEnv): Promise<FleetPortal> {
  const port = await freePort();
  const site = `http://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;
  return {
    site,
    pid: () => server?.pid ?? 0,
    end: async (signal) => {
      if (!server || server.exitCode !== null || server.signalCode !== null) return null;
      const ended = once(server, 'exit');
      server.kill(signal);
      return ((await ended) as [number | null])[0];
    },
    start: async () => {
      server = spawn(process.execPath, SERVE, {
        env: { ...env, PORT: String(port) },
        stdio: 'ignore',
      });
      await untilOk(`${site}/api/health/ready`, () => server?.exitCode ?? null);
    },
  };
}

/**
 * Waits until an address answers 200.
 * @param exitCode - of the process that should answer; null while it runs
 */
export async function untilOk(url: string, exitCode: () => number | null): Promise<void> {
  const deadline = performance.now() + START_LIMIT;
  const isOk = () =>
    fetch(url).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.ok;
      },
      () => false,
    );
  while (!(await isOk())) {
    if (exitCode() !== null) throw new Error(`What should answer ${url} has ended.`);
    if (performance.now() > deadline) throw new Error(`${url} does not answer.`);
    await sleep(LOOK_EVERY);
  }
}

export interface Edge {
  site: string;
  stop(): Promise<void>;
}

/**
 * Starts an nginx with `deploy/nginx.conf` before portals: the very file, but for its ports and folders.
 * @param options.keeps - whether its page cache works
 */
export async function startNginx(
  portals: readonly FleetPortal[],
  { keeps = true }: { keeps?: boolean } = {},
): Promise<Edge> {
  const folder = mkdtempSync(join(tmpdir(), 'caliber-nginx-'));
  mkdirSync(join(folder, 'cache'), { mode: 0o777 });
  const port = await freePort();
  const servers = portals.map(({ site }) => `server ${new URL(site).host} max_fails=0;`).join('\n');
  const site = readFileSync('deploy/nginx.conf', 'utf8')
    .replace(/(?:^ *server 127\.0\.0\.1:\d+ max_fails=0;\n?)+/m, `${servers}\n`)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('/var/cache/nginx/caliber', join(folder, 'cache'))
    .replace('/var/log/nginx/caliber.log', join(folder, 'access.log'))
    // All readers of a trial come from one address.
    .replace(/rate=\d+r\/s/, 'rate=100000r/s')
    .replace(/(limit_conn +caliber_open) \d+/, '$1 10000')
    .replace('proxy_cache caliber;', keeps ? 'proxy_cache caliber;' : 'proxy_cache off;');
  const conf = join(folder, 'nginx.conf');
  writeFileSync(
    conf,
    `daemon off; ${process.getuid?.() === 0 ? 'user root;' : ''} worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log warn;\n` +
      `events { worker_connections 2048; }\n` +
      `http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;\n${site}\n}\n`,
  );
  const server = spawn(NGINX, ['-c', conf, '-e', join(folder, 'error.log')], { stdio: 'ignore' });
  await untilOk(`http://127.0.0.1:${port}/api/health/live`, () => server.exitCode);
  return {
    site: `http://127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
