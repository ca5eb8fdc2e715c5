/**
 * `npm run bench [-- TABLE …]`: what a request costs, in CPU of the portal's process (and of the database's,
 * where it works), beside a bare Node server and nginx that answer the same bytes, in one run. Each table is a
 * file of `scripts/bench/tables/`.
 */
import { readdirSync } from 'node:fs';
import { Bench, type Table } from './bench/harness.ts';
import { buildPortal } from './build.ts';

/** Those that make pages come before those that ask for kept ones. */
const ORDER = [
  'idle',
  'prints',
  'pages',
  'withdrawal',
  'syndication',
  'search',
  'views',
  'visible',
  'touch',
];

const names = readdirSync('scripts/bench/tables').map((file) => file.replace(/\.ts$/, ''));
const placeOf = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no table ${unknown.join(', ')}; there are: ${names.join(', ')}.`);
  process.exit(1);
}

const bench = new Bench();
try {
  await buildPortal();
  const tables = (asked.length > 0 ? asked : names).sort((a, b) => placeOf(a) - placeOf(b));
  for (const name of tables) {
    const { run } = (await import(`./bench/tables/${name}.ts`)) as { run: Table };
    await run(bench);
  }
} finally {
  await bench.end();
}
