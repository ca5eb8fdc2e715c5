/**
 * `node scripts/drills.ts [name …]`: adds the toys of docs/extending to a scratch copy of the working tree, all
 * together, and asks a running portal that each is everywhere it belongs. docs/extending/README.md describes it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drillNames, readDrill, type Drill } from './drills/drill.ts';
import { applyDrills, gatherEditions, makeScratchCopy } from './drills/scratch-copy.ts';
import { drillTools, type DrillCheck } from './drills/tools.ts';
import { SERVE } from './serving.ts';
import { freePort } from './testing/databases.ts';
import { untilOk } from './testing/fleet.ts';

/** The tests of the tables from which things are derived. */
const TESTS = ['messages', 'lib/i18n', 'scripts/generate'];

const startedAt = performance.now();
const failures: string[] = [];
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Does a step, and prints how long it took; a step that fails is a failure of the drills. */
async function step(name: string, work: () => Promise<unknown>): Promise<boolean> {
  const since = performance.now();
  const fault = await work().then(
    () => null,
    (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
  );
  console.log(`${fault === null ? '✓' : '✗'} ${name} (${seconds(since)})`);
  if (fault === null) return true;
  console.log(fault);
  failures.push(name);
  return false;
}

/** Runs a program in the copy. @throws Error with what it printed, when it fails */
async function run(command: string, parameters: readonly string[], env = process.env) {
  const child = spawn(command, parameters, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${command} ${parameters.join(' ')}\n${printed}`);
}

/** Starts the portal on the drills' editions, and asks it what each drill asks. */
async function askPortal(drills: readonly Drill[]): Promise<void> {
  const port = await freePort();
  const site = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    LOG_LEVEL: 'error',
    DRAIN_SECONDS: '0',
    PORT: String(port),
    SITE_URL: site,
    DATA_DIR: join(process.cwd(), '.data'),
  };
  let server: ChildProcess | undefined;
  const isServed = await step('the editions are imported and the portal starts', async () => {
    await run(process.execPath, ['lib/cli/portal.ts', 'import', gatherEditions(drills)], env);
    server = spawn(process.execPath, SERVE, { env, stdio: 'inherit' });
    await untilOk(`${site}/api/health/ready`, () => server?.exitCode ?? null);
  });
  const tools = drillTools(site, env);
  for (const { name, folder } of isServed ? drills : []) {
    const file = join(process.cwd(), folder, 'check.ts');
    if (!existsSync(file)) continue;
    await step(`the toy ${name} is everywhere it belongs`, async () => {
      const { href } = pathToFileURL(file);
      const { check } = (await import(href)) as DrillCheck;
      await check(tools);
    });
  }
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}

async function drill(drills: readonly Drill[]): Promise<void> {
  for (const { name, files, touched } of drills)
    await step(`the toy ${name} touches ${files} files`, async () => {
      if (touched.length !== files)
        throw new Error(`It touches ${touched.length}:\n${touched.join('\n')}`);
    });
  const isApplied = await step('the toys are added', async () => {
    applyDrills(drills);
    await run(process.execPath, ['scripts/generate.ts']);
  });
  if (!isApplied) return;
  const isBuilt = await step('the build', () => run(process.execPath, ['scripts/build.ts']));
  const types = step('types', () => run('tsc', ['--noEmit', '--incremental', 'false']));
  const tests = drills.flatMap(({ tests: named, touched }) => [
    ...named,
    ...touched.filter((file) => /(?<!\.db|\.browser)\.test\.tsx?$/.test(file)),
  ]);
  if (isBuilt) await askPortal(drills);
  await step('unit tests', () =>
    run('vitest', ['run', '-c', 'vitest.config.ts', '--reporter=dot', ...TESTS, ...tests]),
  );
  await types;
}

const wished = process.argv.slice(2);
const drills = (wished.length > 0 ? wished : drillNames())
  .filter((name) => existsSync(join('docs/extending', name, 'drill.json')))
  .map(readDrill);
const copy = makeScratchCopy();
const root = process.cwd();
process.chdir(copy.folder);
try {
  await drill(drills);
} finally {
  process.chdir(root);
  if (failures.length === 0 || !process.env['KEEP_DRILLS']) copy.remove();
}
console.log(`${drills.length} drills in ${seconds(startedAt)}`);
if (failures.length > 0) process.exitCode = 1;
