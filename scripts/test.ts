/**
 * `npm test`: every check there is, in the order of their cost, each on its own: one that fails does not
 * hide the next. Ends with the line `N passed, N failed` and the exit code that goes with it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { ensurePrograms } from './testing/debian.ts';
import { tallyOf, type Tally } from './testing/tally.ts';

const REPORTS = '.test/reports';
const total: Tally = { passed: 0, failed: 0 };
const failures: string[] = [];

function record(name: string, tally: Tally, startedAt: number): void {
  total.passed += tally.passed;
  total.failed += tally.failed;
  if (tally.failed > 0) failures.push(name);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`— ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)\n`);
}

/** Runs one command; with a report its tests are counted, without one the command is the check. */
function check(
  name: string,
  command: string,
  report?: string,
  env: Record<string, string> = {},
): void {
  console.log(`— ${name}: ${command}`);
  const startedAt = performance.now();
  const { status } = spawnSync(command, {
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const succeeded = status === 0;
  record(
    name,
    report ? tallyOf(report, succeeded) : { passed: Number(succeeded), failed: Number(!succeeded) },
    startedAt,
  );
}

function vitest(name: string, config: string, env: Record<string, string> = {}): void {
  const report = `${REPORTS}/${name.replaceAll(' ', '-')}.json`;
  check(
    name,
    `vitest run -c ${config} --reporter=dot --reporter=json --outputFile.json=${report}`,
    report,
    env,
  );
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
ensurePrograms();

check('format', 'prettier --check --log-level warn .');
check('lint', 'eslint --max-warnings 0 .');
check('types', 'next typegen && tsc --noEmit');
vitest('unit tests', 'vitest.config.ts');

if (failures.length > 0) console.log(`Failed: ${failures.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
