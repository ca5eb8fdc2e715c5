/** Kills a portal and its database, or cuts its power, while people write, and looks for what is lost. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signalTree, startPostgres } from './databases.ts';
import { makeFailingDisk } from './failing-disk.ts';
import { makeWrongClock } from './wrong-clock.ts';
import { joinNewsroom, type Journalist } from './journalist.ts';
import { placesIn } from '../../lib/db/embedded/places.ts';
import { wordsOf } from '../../lib/content/draft/words-of-draft.ts';
import type { WorkingArticle } from '../../lib/content/desk/desk.ts';
import { Writer } from './writer.ts';

export interface Findings {
  serverKills: number;
  databaseKills: number;
  powerCuts: number;
  clockJumps: number;
  /** Words that the portal said it has, and those of them that it had no more afterwards. */
  acknowledged: number;
  lost: string[];
  /** Milliseconds from a kill of the database, or the server's new start, until it was ready; sorted. */
  readyAfterServer: number[];
  readyAfterDatabase: number[];
  readyAfterPower: number[];
}

const START_LIMIT = 120_000;
/** Milliseconds that it is let live, at the most, after it took a save. */
const LIFE = 500;

/** Seconds between the earliest and the latest that a wrong clock shows. */
const MOST_WRONG = 172_800;

/**
 * @param port - of the portal under fire
 * @param say - is given a line after each tenth kill
 */
export async function trialOfKills(
  kind: 'embedded' | 'postgres' | 'power' | 'clock',
  { kills, port, say }: { kills: number; port: number; say?: (line: string) => void },
): Promise<Findings> {
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
  const findings: Findings = {
    serverKills: 0,
    databaseKills: 0,
    powerCuts: 0,
    clockJumps: 0,
    acknowledged: 0,
    lost: [],
    readyAfterServer: [],
    readyAfterDatabase: [],
    readyAfterPower: [],
  };
  try {
    await ready(site, () => server.exitCode !== null);
    const { writers, cookie } = await beginWriting(site, env);
    for (const writer of writers) writer.start();
    for (let kill = 0; kill < kills; kill++) {
      // Wait for an acknowledged save before the next kill: finds a portal that is ready but accepts nothing.
      const before = writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
      await until(
        () => writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0) > before,
        () => `No save was taken any more: ${writers.map(({ fault }) => fault).join(', ')}`,
      );
      await sleep(Math.random() * LIFE);
      if (clock) {
        findings.clockJumps++;
        clock.jump(Math.round((Math.random() - 0.5) * MOST_WRONG));
        await look(site, cookie, writers, findings);
        continue;
      }
      const isServer = !disk && Math.random() < 0.5;
      const times = disk
        ? findings.readyAfterPower
        : isServer
          ? findings.readyAfterServer
          : findings.readyAfterDatabase;
      let since = performance.now();
      if (disk) {
        findings.powerCuts++;
        const gone = once(server, 'exit');
        const killDatabase = databaseKiller(dataDir);
        disk.cut();
        server.kill('SIGKILL');
        killDatabase();
        await gone;
        await disk.restore();
        since = performance.now();
        server = spawnServer(env);
      } else if (isServer) {
        findings.serverKills++;
        const gone = once(server, 'exit');
        server.kill('SIGKILL');
        await gone;
        since = performance.now();
        server = spawnServer(env);
      } else {
        findings.databaseKills++;
        if (postgres) {
          await postgres.kill();
          await postgres.start();
        } else {
          databaseKiller(dataDir)();
          // Until its death is noticed it still seems to be ready.
          await unready(site);
        }
      }
      await ready(site, () => server.exitCode !== null);
      times.push(Math.round(performance.now() - since));
      await look(site, cookie, writers, findings);
      if (say && (kill + 1) % 10 === 0)
        say(`${kill + 1} of ${kills}: ${findings.lost.length} lost`);
    }
    for (const writer of writers) await writer.stop();
    await look(site, cookie, writers, findings);
    findings.acknowledged = writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0);
    findings.readyAfterServer.sort((one, other) => one - other);
    findings.readyAfterDatabase.sort((one, other) => one - other);
    findings.readyAfterPower.sort((one, other) => one - other);
    return findings;
  } finally {
    const gone = server.exitCode === null ? once(server, 'exit') : null;
    server.kill('SIGTERM');
    await gone;
    await postgres?.stop();
    await disk?.remove();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
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

async function until(isSo: () => boolean, fault: () => string): Promise<void> {
  const deadline = performance.now() + START_LIMIT;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(fault());
    await sleep(5);
  }
}

async function unready(site: string): Promise<void> {
  const deadline = performance.now() + 1000;
  while ((await isReady(site)) && performance.now() < deadline) await sleep(5);
}

/** Two writers each on an article of their own, and two on one. */
async function beginWriting(
  site: string,
  env: NodeJS.ProcessEnv,
): Promise<{ writers: Writer[]; cookie: string }> {
  const people: Journalist[] = [];
  for (let number = 1; number <= 4; number++) {
    const email = `writer-${number}@caliber.example`;
    people.push(await joinNewsroom(site, env, { role: 'editor', email }));
  }
  const begin = async (person: Journalist) => {
    const wish = { locale: 'en', category: 'sport', headline: 'Under fire' };
    return (await person.send<{ id: number }>('articles', wish)).id;
  };
  const [first, second, third, fourth] = people as [Journalist, Journalist, Journalist, Journalist];
  const shared = await begin(third);
  const places = [
    [first.cookie, await begin(first), 0],
    [second.cookie, await begin(second), 0],
    [third.cookie, shared, 0],
    [fourth.cookie, shared, 1],
  ] as const;
  const writers = places.map(
    ([cookie, articleId, place], number) =>
      new Writer({ site, cookie, name: `p${number}`, articleId, place }),
  );
  return { writers, cookie: first.cookie };
}

/** Looks whether each word that was acknowledged by now is there. */
async function look(
  site: string,
  cookie: string,
  writers: readonly Writer[],
  findings: Findings,
): Promise<void> {
  const known = writers.map(
    ({ acknowledged, articleId }) => [articleId, [...acknowledged]] as const,
  );
  for (const [articleId, acknowledged] of known) {
    const words = wordsOf((await read(site, cookie, articleId)).draft);
    for (const word of acknowledged)
      if (!words.has(word) && !findings.lost.includes(word)) findings.lost.push(word);
  }
}

/** An article as the newsroom has it; a portal that is just back may still say that its database is not. */
async function read(site: string, cookie: string, articleId: number): Promise<WorkingArticle> {
  const deadline = performance.now() + START_LIMIT;
  for (;;) {
    const address = `${site}/api/newsroom/articles/${articleId}`;
    const response = await fetch(address, { headers: { cookie } }).catch(() => null);
    if (response?.ok) return (await response.json()) as WorkingArticle;
    if (performance.now() > deadline) throw new Error(`The article answers ${response?.status}.`);
    await sleep(50);
  }
}
