/** A portal of a test's own, which it may hurt: its own port, database and two stories. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { placesIn } from '../../lib/db/embedded/places.ts';
import { PORT, portalEnvironment } from './portal.ts';

export interface SecondPortal {
  site: string;
  dataDir: string;
  /** Process that serves. */
  pid: number;
  /** Process that owns the embedded database, and leads its own group. */
  ownerPid(): number;
  /** Settings of each process that belongs to it. */
  env: NodeJS.ProcessEnv;
  /** Kills the process that serves, as a crash would; the database lives on. */
  kill(): Promise<void>;
  /** Serves again what was killed. */
  startAgain(): Promise<void>;
  /** Sends SIGTERM. @returns the exit code */
  terminate(): Promise<number | null>;
  stop(): Promise<void>;
}

/** Milliseconds between two looks at whether it serves. */
const LOOK_EVERY = 100;
const START_LIMIT = 120_000;

const story = (slug: string, locale: string, headline: string) =>
  `---\nstory: ${slug}\nlocale: ${locale}\ncategory: world\nheadline: "${headline}"\nslug: ${slug}\npublishedAt: 2026-11-23T06:30:00+04:00\n---\n\nText of ${slug}.\n`;

/**
 * Serves a small publication: the stories `warm` and `cold` in English and Armenian.
 * @param offset - added to the suite's port; each test file has its own
 * @param settings - environment variables of its own
 */
export async function startSecondPortal(
  offset: number,
  settings: Record<string, string> = {},
): Promise<SecondPortal> {
  mkdirSync('.test', { recursive: true });
  const folder = mkdtempSync('.test/second-portal-');
  const dataDir = settings['DATA_DIR'] ?? resolve(folder, 'data');
  const port = PORT + offset;
  const site = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    ...portalEnvironment,
    PORT: String(port),
    SITE_URL: site,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    DRAIN_SECONDS: '0',
    ...settings,
  };
  const stories = join(folder, 'stories');
  mkdirSync(stories);
  for (const slug of ['warm', 'cold'])
    for (const locale of ['en', 'hy'])
      writeFileSync(
        join(stories, `${slug}.${locale}.md`),
        story(slug, locale, `The ${slug} story`),
      );
  const imported = spawnSync(process.execPath, ['lib/cli/portal.ts', 'import', stories], { env });
  if (imported.status !== 0) throw new Error(imported.stderr.toString());

  const isReady = () =>
    fetch(`${site}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  const serve = async () => {
    const child = spawn(process.execPath, ['server.ts'], { env, stdio: 'ignore' });
    const deadline = performance.now() + START_LIMIT;
    while (!(await isReady())) {
      if (child.exitCode !== null || performance.now() > deadline)
        throw new Error('The second portal did not start.');
      await new Promise((look) => setTimeout(look, LOOK_EVERY));
    }
    return { child, exited: once(child, 'exit') as Promise<[number | null]> };
  };
  let server = await serve();
  const terminate = async () => {
    server.child.kill('SIGTERM');
    return (await server.exited)[0];
  };
  return {
    site,
    terminate,
    dataDir,
    env,
    pid: server.child.pid ?? 0,
    kill: async () => {
      server.child.kill('SIGKILL');
      await server.exited;
    },
    startAgain: async () => {
      server = await serve();
    },
    ownerPid: () => Number(readFileSync(placesIn(dataDir).pid, 'utf8')),
    stop: async () => {
      await terminate();
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
}
