/**
 * `npm run trials -- <name> [count]`: a long trial of `scripts/trials`, which tries with large numbers what
 * the suite tries with small ones, and prints what it found.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const folder = new URL('trials/', import.meta.url).pathname;
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !/-worker\.ts$|\.test\.ts$/.test(file))
  .map((file) => file.slice(0, -'.ts'.length));
const [name = '', ...rest] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`Trials: ${names.join(', ')}`);
  process.exit(1);
}
const { status } = spawnSync(process.execPath, [`${folder}${name}.ts`, ...rest], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
