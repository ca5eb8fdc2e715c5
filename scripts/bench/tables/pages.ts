/** A kept page, as each browser asks for it, beside bare Node and nginx that answer the very same bytes. */
import { existsSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { proportionalMegabytes, residentMegabytes } from '../cpu.ts';
import { sayTurns, synthetic, type Table } from '../harness.ts';
import { askBytes, measure, type Measure } from '../load.ts';

const PAGES = 2000;
const WARM_UP = 500;
/** Requests of one turn, and turns of each row: they take turns, so that a machine that slows down slows all. */
const TURN = 3000;
const TURNS = 9;
/** Requests that each server answers before it is measured, until its code is compiled. */
const WARMING = 5000;
/** By what a browser says it takes; the portal keeps each as it goes out. */
const CODINGS = ['br', 'gzip', 'identity'] as const;

interface Row {
  name: string;
  /** The process whose CPU counts. */
  pid: number;
  /** Of the nth request. */
  urlOf: (n: number) => string;
}

export const run: Table = async (bench) => {
  const { site, pid } = await bench.synthetic();
  for (const path of Array.from({ length: PAGES + WARM_UP }, (_, n) => synthetic(n)))
    await askBytes(site + path, 'br');
  const megabytes = (id: number) => `${residentMegabytes(id).toFixed(0)} MB`;
  console.log(
    `resident with ${PAGES + WARM_UP} warm pages: ${megabytes(pid)}, the database ${proportionalMegabytes(bench.owner()).toFixed(0)} MB`,
  );
  let plain: Buffer | undefined;
  for (const coding of CODINGS) {
    const body = await askBytes(site + synthetic(0), coding);
    // What is compared is one page: the codings differ, what they hold does not.
    const text = { br: brotliDecompressSync, gzip: gunzipSync, identity: (b: Buffer) => b }[coding](
      body,
    );
    if (plain && !plain.equals(text)) throw new Error(`The page in ${coding} is another.`);
    plain = text;
    const headers = { 'accept-encoding': coding };
    console.log(`\nAccept-Encoding: ${coding}, ${(body.byteLength / 1000).toFixed(1)} kB`);
    const bareServer = await bench.bare(body, coding);
    const rows: Row[] = [
      { name: 'bare Node server', pid: bareServer.pid, urlOf: () => bareServer.site },
    ];
    if (existsSync('/usr/sbin/nginx')) {
      const nginx = await bench.nginx(body, coding);
      rows.push({ name: 'nginx, a file', pid: nginx.pid, urlOf: () => nginx.site });
    }
    rows.push(
      { name: 'article, hot', pid, urlOf: () => site + synthetic(0) },
      {
        name: `article, at random over ${PAGES}`,
        pid,
        urlOf: (n) => site + synthetic((n * 7919) % PAGES),
      },
      { name: 'category', pid, urlOf: () => `${site}/en/category/analytics` },
      { name: 'front', pid, urlOf: () => `${site}/en` },
    );
    const turns: Measure[][] = rows.map(() => []);
    const ask = ({ pid: server, urlOf }: Row, count: number, from = 0) =>
      measure([server], count, (n) => ({ url: urlOf(from + n), headers }));
    for (const row of rows) await ask(row, WARMING);
    for (let turn = 0; turn < TURNS; turn++)
      for (const [at, row] of rows.entries()) turns[at]?.push(await ask(row, TURN, turn * TURN));
    const bare = turns[0] ?? [];
    rows.forEach(({ name }, at) => sayTurns(name, turns[at] ?? [], at === 0 ? undefined : bare));
  }
};
