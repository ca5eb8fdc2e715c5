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
const FIRST_PORT = 3461;
const STARTS = 7;
/** Turns that the checkouts take, and what is asked for in one. */
const TURNS = 9;
const RENDERS = 40;
const SEARCHES = 40;
const KEPT = 3000;
/** Requests of a kept page until its code is compiled. */
const WARMING = 4000;
const IDLE_SECONDS = 40;
const WORDS = ['harbour', 'council', 'ferry', 'night', 'water', 'school'];

type Row = Record<string, number>;

const work = mkdtempSync(join(tmpdir(), 'caliber-compare-'));
const checkouts = process.argv.slice(2).map((folder) => resolve(folder));
const median = (list: readonly number[]) =>
  [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)] ?? 0;

const portOf = (checkout: string) => FIRST_PORT + checkouts.indexOf(checkout);
const siteOf = (checkout: string) => `http://127.0.0.1:${portOf(checkout)}`;

function environmentOf(checkout: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: String(portOf(checkout)),
    SITE_URL: siteOf(checkout),
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
    fetch(`${siteOf(checkout)}/api/health/ready`).then(
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

/** Milliseconds from the start to readiness, of starts that the checkouts make in turn. */
async function measureStarts(): Promise<void> {
  const starts = new Map<string, number[]>(checkouts.map((checkout) => [checkout, []]));
  for (let turn = 0; turn < STARTS; turn++)
    for (const checkout of checkouts) {
      const { server, milliseconds } = await serve(checkout);
      starts.get(checkout)?.push(milliseconds);
      await stop(server);
    }
  for (const [checkout, list] of starts)
    Object.assign(rows.get(checkout) ?? {}, { 'start to ready, ms': median(list) });
}

/** Milliseconds of CPU a request, of the portal and of the database. */
async function costOf(
  checkout: string,
  pid: number,
  count: number,
  pathOf: (n: number) => string,
): Promise<[portal: number, database: number]> {
  const database = { tree: owner(checkout) };
  const before = cpuSeconds(database);
  const { cpu } = await measure([pid], count, (n) => ({ url: siteOf(checkout) + pathOf(n) }));
  return [cpu / 1000, ((cpuSeconds(database) - before) / count) * 1000];
}

/** What the checkouts cost that all serve at the same time, and are asked in turn. */
async function measureServing(): Promise<void> {
  const servers = new Map<string, ChildProcess>();
  const begun = new Map<string, number>();
  for (const checkout of checkouts) {
    servers.set(checkout, (await serve(checkout)).server);
    begun.set(checkout, proportionalMegabytes(owner(checkout)));
  }
  const turns = new Map<string, Record<string, number[]>>(checkouts.map((each) => [each, {}]));
  for (let turn = 0; turn <= TURNS; turn++)
    for (const checkout of checkouts) {
      const pid = servers.get(checkout)?.pid ?? 0;
      const [render, renderDatabase] = await costOf(checkout, pid, RENDERS, (n) =>
        synthetic(turn * RENDERS + n),
      );
      const [search, searchDatabase] = await costOf(
        checkout,
        pid,
        SEARCHES,
        (n) => `/en/search?q=${WORDS[n % WORDS.length]}`,
      );
      if (turn === 0) await costOf(checkout, pid, WARMING, () => synthetic(0));
      const [kept] = await costOf(checkout, pid, KEPT, () => synthetic(0));
      // What is compiled in the first turn is no request's cost.
      if (turn === 0) continue;
      const row = turns.get(checkout) ?? {};
      for (const [name, value] of Object.entries({
        'first render, CPU ms of the portal': render,
        'first render, CPU ms of the database': renderDatabase,
        'search, CPU ms of the portal': search,
        'search, CPU ms of the database': searchDatabase,
        'kept page, CPU ms of the portal': kept,
      }))
        (row[name] ??= []).push(value);
    }
  for (const checkout of checkouts) {
    const page = await askBytes(siteOf(checkout) + synthetic(0), 'br');
    const tree = owner(checkout);
    const pid = servers.get(checkout)?.pid ?? 0;
    const used = [cpuSeconds(pid), cpuSeconds({ tree })] as const;
    await sleep(IDLE_SECONDS * 1000);
    const idle = [cpuSeconds(pid) - used[0], cpuSeconds({ tree }) - used[1]] as const;
    Object.assign(
      rows.get(checkout) ?? {},
      Object.fromEntries(
        Object.entries(turns.get(checkout) ?? {}).map(([name, list]) => [name, median(list)]),
      ),
      {
        'article, kB in Brotli': page.byteLength / 1000,
        'database begun, MB': begun.get(checkout) ?? 0,
        'database after use, MB': proportionalMegabytes(tree),
        'idle portal, % of a core': (idle[0] / IDLE_SECONDS) * 100,
        'idle database, % of a core': (idle[1] / IDLE_SECONDS) * 100,
      },
    );
  }
  for (const server of servers.values()) await stop(server);
}

const rows = new Map<string, Row>(checkouts.map((checkout) => [checkout, {}]));
try {
  const [first = ''] = checkouts;
  spawnSync(
    nodeOf(first),
    ['lib/cli/portal.ts', 'generate', '--stories', String(STORIES), '--out', join(work, 'stories')],
    { cwd: first, env: environmentOf(first), stdio: 'inherit' },
  );
  for (const checkout of checkouts)
    Object.assign(rows.get(checkout) ?? {}, await importStories(checkout));
  await measureStarts();
  await measureServing();
  for (const name of Object.keys(rows.get(first) ?? {}))
    console.log(
      [
        name.padEnd(38),
        ...checkouts.map((each) => (rows.get(each)?.[name] ?? 0).toFixed(2).padStart(10)),
      ].join(''),
    );
} finally {
  rmSync(work, { recursive: true, force: true });
}
