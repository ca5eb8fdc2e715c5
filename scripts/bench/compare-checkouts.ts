/**
 * `node scripts/bench/compare-checkouts.ts FOLDER FOLDER …`: what two or more checkouts of the portal, each
 * built, cost with the database that each embeds: import, start, first renders, kept pages, searches, memory,
 * idleness.
 * They take turns, so that a busy machine is busy for all of them. CPU is the kernel's account, of the portal
 * and, by itself, of the database's processes.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSeconds, proportionalMegabytes } from './cpu.ts';
import { synthetic } from './harness.ts';
import { askBytes, measure } from './load.ts';

/** Articles of 6 kB. */
const STORIES = 5000;
const PORT = 3461;
const STARTS = 5;
const RENDERS = 150;
const SEARCHES = 60;
/** Requests of one kept page, and requests before them until its code is compiled. */
const KEPT = 8000;
const WARMING = 4000;
const IDLE_SECONDS = 40;
const WORDS = ['harbour', 'council', 'ferry', 'night', 'water', 'school'];

type Row = Record<string, number>;

const work = mkdtempSync(join(tmpdir(), 'caliber-compare-'));
const checkouts = process.argv.slice(2).map((folder) => resolve(folder));
const median = (list: readonly number[]) =>
  [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)] ?? 0;

function environmentOf(checkout: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: String(PORT),
    SITE_URL: `http://127.0.0.1:${PORT}`,
    DATA_DIR: join(work, `data-${checkouts.indexOf(checkout)}`),
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
    DRAIN_SECONDS: '0',
  };
}

const nodeOf = (checkout: string) => join(checkout, 'node_modules/node/bin/node');
const owner = (checkout: string) =>
  Number(readFileSync(join(environmentOf(checkout).DATA_DIR ?? '', 'database/owner.pid'), 'utf8'));

/** @returns the process, and milliseconds until it was ready */
async function serve(checkout: string): Promise<{ server: ChildProcess; milliseconds: number }> {
  const startedAt = performance.now();
  const server = spawn(nodeOf(checkout), ['--max-semi-space-size=16', 'server.ts'], {
    cwd: checkout,
    env: environmentOf(checkout),
    stdio: 'ignore',
  });
  const isReady = () =>
    fetch(`http://127.0.0.1:${PORT}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) await sleep(10);
  return { server, milliseconds: performance.now() - startedAt };
}

async function stop(server: ChildProcess): Promise<void> {
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
  await sleep(3000);
}

async function importStories(checkout: string): Promise<Row> {
  const { server } = await serve(checkout);
  const before = cpuSeconds({ tree: owner(checkout) });
  const startedAt = performance.now();
  const { stderr } = spawnSync(
    'bash',
    [
      '-c',
      'TIMEFORMAT="cpu %U %S"; time "$0" lib/cli/portal.ts import "$1" >/dev/null',
      nodeOf(checkout),
      join(work, 'stories'),
    ],
    { cwd: checkout, env: environmentOf(checkout), encoding: 'utf8' },
  );
  const [, user, system] = /cpu ([\d.]+) ([\d.]+)/.exec(stderr)?.map(Number) ?? [];
  const row = {
    'import, s': (performance.now() - startedAt) / 1000,
    'import, CPU s of the command': (user ?? 0) + (system ?? 0),
    'import, CPU s of the database': cpuSeconds({ tree: owner(checkout) }) - before,
  };
  await stop(server);
  return row;
}

async function measureServing(checkout: string): Promise<Row> {
  const site = `http://127.0.0.1:${PORT}`;
  const starts: number[] = [];
  for (let start = 1; start < STARTS; start++) {
    const { server, milliseconds } = await serve(checkout);
    starts.push(milliseconds);
    await stop(server);
  }
  const { server, milliseconds } = await serve(checkout);
  starts.push(milliseconds);
  const pid = server.pid ?? 0;
  const database = { tree: owner(checkout) };
  const begun = proportionalMegabytes(database.tree);
  const question = (n: number) => ({ url: `${site}/en/search?q=${WORDS[n % WORDS.length]}` });
  const article = (n: number) => ({ url: site + synthetic(n) });
  await measure([pid], 12, question);
  const both = async (count: number, addressOf: (n: number) => { url: string }) => {
    const before = cpuSeconds(database);
    const { cpu } = await measure([pid], count, addressOf);
    return [cpu / 1000, ((cpuSeconds(database) - before) / count) * 1000] as const;
  };
  const [render, renderDatabase] = await both(RENDERS, article);
  const [search, searchDatabase] = await both(SEARCHES, question);
  const keptPage = () => article(0);
  await measure([pid], WARMING, keptPage);
  const kept = await measure([pid], KEPT, keptPage);
  const page = await askBytes(article(0).url, 'br');
  const used = [cpuSeconds(pid), cpuSeconds(database)] as const;
  await sleep(IDLE_SECONDS * 1000);
  const idle = [cpuSeconds(pid) - used[0], cpuSeconds(database) - used[1]] as const;
  const row = {
    'start to ready, ms': median(starts),
    'first render, CPU ms of the portal': render,
    'first render, CPU ms of the database': renderDatabase,
    'search, CPU ms of the portal': search,
    'search, CPU ms of the database': searchDatabase,
    'kept page, CPU µs of the portal': kept.cpu,
    'article, kB in Brotli': page.byteLength / 1000,
    'database begun, MB': begun,
    'database after use, MB': proportionalMegabytes(database.tree),
    'idle portal, % of a core': (idle[0] / IDLE_SECONDS) * 100,
    'idle database, % of a core': (idle[1] / IDLE_SECONDS) * 100,
  };
  await stop(server);
  return row;
}

const rows = new Map<string, Row>(checkouts.map((checkout) => [checkout, {}]));
try {
  const [first = ''] = checkouts;
  spawnSync(
    nodeOf(first),
    ['lib/cli/portal.ts', 'generate', '--stories', String(STORIES), '--out', join(work, 'stories')],
    { cwd: first, env: environmentOf(first), stdio: 'inherit' },
  );
  for (const take of [importStories, measureServing])
    for (const checkout of checkouts) Object.assign(rows.get(checkout) ?? {}, await take(checkout));
  for (const name of Object.keys(rows.get(first) ?? {}))
    console.log(
      [
        name.padEnd(38),
        ...checkouts.map((each) => (rows.get(each)?.[name] ?? 0).toFixed(1).padStart(10)),
      ].join(''),
    );
} finally {
  rmSync(work, { recursive: true, force: true });
}
