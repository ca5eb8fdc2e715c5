/**
 * `npm test`: every check there is. One that fails does not hide the next. Checks that use one processor run
 * two at a time, and their output is printed when they end. Ends with the line `N passed, N failed, N skipped` and the exit code that goes with it.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { startPostgres } from './testing/databases.ts';
import { installPrograms, isInstalled } from './testing/debian.ts';
import { tallyOf, type Tally } from './testing/tally.ts';

const REPORTS = '.test/reports';
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];

interface Options {
  /** The report from which its tests are counted; without one the command is the check. */
  report?: string;
  env?: Record<string, string>;
  /** Prints what the command prints when it has ended, for commands that run at the same time. */
  isHeldBack?: boolean;
}

/** Runs one command. */
async function check(
  name: string,
  command: string,
  { report, env = {}, isHeldBack = false }: Options = {},
): Promise<void> {
  const startedAt = performance.now();
  const title = `— ${name}: ${command}`;
  if (!isHeldBack) console.log(title);
  const child = spawn(command, {
    shell: true,
    stdio: isHeldBack ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ...env },
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => printed.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (isHeldBack) console.log(`${title}\n${Buffer.concat(printed).toString()}`);
  const succeeded = code === 0;
  const tally = report
    ? tallyOf(report, succeeded)
    : { passed: Number(succeeded), failed: Number(!succeeded), skipped: 0 };
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
  if (tally.failed > 0) failures.push(name);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`— ${name}: ${sentence(tally)} (${seconds} s)\n`);
}

const sentence = ({ passed, failed, skipped }: Tally) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** Leaves out checks that need a program which is not there: one skip, by name. */
function skip(name: string, program: string): void {
  total.skipped++;
  console.log(`— ${name}: skipped, ${program} is not installed\n`);
}

function vitest(name: string, config: string, env: Record<string, string> = {}): Promise<void> {
  const report = `${REPORTS}/${name.replaceAll(' ', '-')}.json`;
  const reporters = `--reporter=dot --reporter=json --outputFile.json=${report}`;
  return check(name, `vitest run -c ${config} ${reporters}`, { report, env });
}

/** Runs checks one after the other, beside those of another call. */
async function inTurn(checks: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, command] of Object.entries(checks))
    await check(name, command, { isHeldBack: true });
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
installPrograms();

const hasBrowser = isInstalled('chromium') || existsSync(chromium.executablePath());

await Promise.all([
  inTurn({
    format: 'prettier --check --log-level warn .',
    lint: 'eslint --max-warnings 0 .',
    'import rules': 'depcruise --config .dependency-cruiser.mjs app components lib server.ts',
    'nothing unused': 'knip',
    'extension drills': 'node scripts/drills.ts',
  }),
  inTurn({
    types: 'next typegen && tsc --noEmit',
    'production build': 'node scripts/build.ts',
  }),
]);
await vitest('unit tests', 'vitest.config.ts');
if (hasBrowser) await vitest('component tests', 'vitest.browser.config.ts');
else skip('component tests', 'chromium');
for (const [name, from] of [
  ['database tests on the PostgreSQL of npm', 'npm'],
  ['database tests on the PostgreSQL of Debian', 'debian'],
] as const) {
  if (from === 'debian' && !isInstalled('postgresql')) {
    skip(name, 'postgresql');
    continue;
  }
  const server = await startPostgres({ from });
  await vitest(name, 'vitest.db.config.ts', { TEST_DATABASE_URL: server.target });
  await server.stop();
}
if (hasBrowser)
  await check('end-to-end tests', 'playwright test', { report: `${REPORTS}/end-to-end.json` });
else skip('end-to-end tests', 'chromium');

if (failures.length > 0) console.log(`Failed: ${failures.join(', ')}`);
console.log(sentence(total));
process.exitCode = total.failed > 0 ? 1 : 0;
