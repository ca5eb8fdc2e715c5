/** A kept page, as each browser asks for it, beside bare Node and nginx that answer the very same bytes. */
import { existsSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { residentMegabytes } from '../cpu.ts';
import { say, synthetic, type Table } from '../harness.ts';
import { askBytes, measure } from '../load.ts';

const PAGES = 2000;
const WARM_UP = 500;
const REQUESTS = 30_000;
/** Requests that each server answers before it is measured, until its code is compiled. */
const WARMING = 5000;
/** By what a browser says it takes; the portal keeps each as it goes out. */
const CODINGS = ['br', 'gzip', 'identity'] as const;

export const run: Table = async (bench) => {
  const { site, pid } = await bench.synthetic();
  for (const path of Array.from({ length: PAGES + WARM_UP }, (_, n) => synthetic(n)))
    await askBytes(site + path, 'br');
  const megabytes = (id: number) => `${residentMegabytes(id).toFixed(0)} MB`;
  console.log(
    `resident with ${PAGES + WARM_UP} warm pages: ${megabytes(pid)}, the database ${megabytes(bench.owner())}`,
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
    const askBare = (count: number) =>
      measure([bareServer.pid], count, () => ({ url: bareServer.site, headers }));
    await askBare(WARMING);
    const bare = await askBare(REQUESTS);
    say('bare Node server', bare);
    if (existsSync('/usr/sbin/nginx')) {
      const nginx = await bench.nginx(body, coding);
      say(
        'nginx, a file',
        await measure([nginx.pid], REQUESTS, () => ({ url: nginx.site, headers })),
        bare.cpu,
      );
    }
    const askHot = (count: number) =>
      measure([pid], count, () => ({ url: site + synthetic(0), headers }));
    await askHot(WARMING);
    const hot = await askHot(REQUESTS);
    say('article, hot', hot, bare.cpu);
    const at = (n: number) => ({ url: site + synthetic((n * 7919) % PAGES), headers });
    // The first round gives each page the coding, where it has to be made.
    await measure([pid], PAGES, at);
    say(`article, at random over ${PAGES}`, await measure([pid], REQUESTS, at), bare.cpu);
    for (const [name, path] of [
      ['category', '/en/category/analytics'],
      ['front', '/en'],
    ])
      say(
        `${name}`,
        await measure([pid], REQUESTS / 3, () => ({ url: site + path, headers })),
        bare.cpu,
      );
  }
};
