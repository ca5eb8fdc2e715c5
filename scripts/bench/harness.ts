/** What every table of the bench stands on: a portal with 20,000 stories, the yardsticks, and how a row is printed. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOCALES } from '../../lib/i18n/locales.ts';
import { SERVE } from '../serving.ts';
import type { Measure } from './load.ts';

const STORIES = 20_000;
const FIRST_PORT = 3481;

export interface Served {
  site: string;
  pid: number;
}

/** A table: measures, and prints its rows. */
export type Table = (bench: Bench) => Promise<void>;

export class Bench {
  readonly stories = STORIES;
  readonly folder = mkdtempSync(join(tmpdir(), 'caliber-bench-'));
  readonly #processes: ChildProcess[] = [];
  #port = FIRST_PORT;
  #synthetic: Promise<Served> | undefined;

  /** Settings of a portal on its own port; portals of one name share their data. */
  settings(name: string): NodeJS.ProcessEnv & { PORT: string; SITE_URL: string } {
    const port = String(this.#port++);
    return {
      ...process.env,
      PORT: port,
      SITE_URL: `http://127.0.0.1:${port}`,
      DATA_DIR: join(this.folder, name),
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      DRAIN_SECONDS: '0',
    };
  }

  start(command: string, parameters: readonly string[], env = process.env): number {
    const child = spawn(command, parameters, { stdio: 'ignore', env });
    this.#processes.push(child);
    return child.pid ?? 0;
  }

  /** The portal that all tables share, with the synthetic stories. */
  synthetic(): Promise<Served> {
    return (this.#synthetic ??= (async () => {
      console.log(`Generating ${STORIES} stories …`);
      const env = this.settings('data');
      spawnSync(process.execPath, ['lib/cli/portal.ts', 'generate', '--stories', String(STORIES)], {
        env,
        stdio: 'inherit',
      });
      return this.serve(env);
    })());
  }

  /** The process that owns the shared portal's database, with PostgreSQL below it. */
  owner(): number {
    return Number(readFileSync(join(this.folder, 'data/database/owner.pid'), 'utf8'));
  }

  async serve(env: ReturnType<Bench['settings']>): Promise<Served> {
    const pid = this.start(process.execPath, SERVE, env);
    await untilAnswered(`${env.SITE_URL}/api/health/ready`);
    return { site: env.SITE_URL, pid };
  }

  /** A bare Node server that answers bytes of a file to everybody. */
  async bare(body: Buffer, coding: string): Promise<Served> {
    const port = this.#port++;
    const file = join(this.folder, `bare-${port}`);
    writeFileSync(file, body);
    const parameters = ['scripts/bench/bare-server.ts', String(port), file, coding];
    const pid = this.start(process.execPath, parameters);
    const site = `http://127.0.0.1:${port}`;
    await untilAnswered(site);
    return { site, pid };
  }

  /** An nginx that sends a file; `/page` answers it. */
  async nginx(body: Buffer, coding: string): Promise<Served> {
    const port = this.#port++;
    const root = join(this.folder, `nginx-${port}`);
    writeFileSync(`${root}.page`, body);
    writeFileSync(
      `${root}.conf`,
      `daemon off; master_process off; pid ${root}.pid; error_log /dev/null; events {} http { access_log off; ` +
        `server { listen 127.0.0.1:${port}; default_type text/html; ` +
        `location /page { alias ${root}.page; ${coding === 'identity' ? '' : `add_header content-encoding ${coding};`} } } }`,
    );
    const pid = this.start('/usr/sbin/nginx', ['-c', `${root}.conf`]);
    const site = `http://127.0.0.1:${port}/page`;
    await untilAnswered(site);
    return { site, pid };
  }

  /** Ends what was started, and removes its data. */
  async end(): Promise<void> {
    for (const child of this.#processes) child.kill('SIGTERM');
    await sleep(3000);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The address of the nth synthetic article. */
export const synthetic = (n: number) => `/${LOCALES[n % LOCALES.length]}/post/synthetic-${n}`;

export async function untilAnswered(url: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    const isOk = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isOk) return;
    await sleep(100);
  }
  throw new Error(`${url} does not answer.`);
}

/** Prints a row. @param bare - microseconds that the yardstick took */
export function say(name: string, { cpu, median, slow }: Measure, bare?: number): void {
  const ratio = bare ? ` · ${(cpu / bare).toFixed(2)} ×` : '';
  console.log(
    `${name.padEnd(48)} ${cpu.toFixed(0).padStart(7)} µs CPU${ratio} · ${median.toFixed(1)} ms, p99 ${slow.toFixed(1)} ms`,
  );
}

const middleOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? NaN;

/**
 * Prints a row of which each figure is the median of its turns.
 * @param bare - the yardstick's turns: each ratio is of two that came one after the other
 */
export function sayTurns(name: string, turns: readonly Measure[], bare?: readonly Measure[]): void {
  const cpu = middleOf(turns.map((turn) => turn.cpu));
  const ratio = bare && middleOf(turns.map((turn, at) => turn.cpu / (bare[at]?.cpu ?? NaN)));
  say(
    name,
    {
      cpu,
      median: middleOf(turns.map(({ median }) => median)),
      slow: middleOf(turns.map(({ slow }) => slow)),
    },
    ratio && cpu / ratio,
  );
}
