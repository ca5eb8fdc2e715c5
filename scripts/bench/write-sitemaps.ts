/**
 * `node write-sitemaps.ts ARTICLES`: the process that `sitemaps.ts` measures. It writes every sitemap of the
 * database to nowhere, as the portal would to crawlers, and says what that took.
 */
import { readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { systemClock } from '../../lib/clock.ts';
import { closeDatabase, getDatabase } from '../../lib/db/client.ts';
import { environment } from '../../lib/env.ts';
import { LOCALES } from '../../lib/i18n/locales.ts';
import { listSitemapMonths } from '../../lib/publication/lists/sitemap.ts';
import { MOST_ADDRESSES, writeSitemapIndex } from '../../lib/syndication/feeds/sitemap-xml.ts';
import { sitemapText } from '../../lib/syndication/stream-sitemap.ts';

const MOST_SECONDS = 60;
const MOST_MEGABYTES = 150;
const articles = Number(process.argv[2]);

/** The kernel's own high-water mark; getrusage would count the parent's before exec. */
function mostResidentMegabytes(): number {
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(line?.[1] ?? Infinity) / 1024;
}

const from = { database: getDatabase(), clock: systemClock };
const site = environment().SITE_URL;
let addresses = 0;
let bytes = 0;
const startedAt = performance.now();
const listed = [];
for (const locale of LOCALES)
  listed.push({ locale, months: await listSitemapMonths(locale, from) });
const index = writeSitemapIndex(site, listed);
const indexed = performance.now();
for (const { locale, months } of listed) {
  for (const { month, count } of months) {
    for (let part = 1; (part - 1) * MOST_ADDRESSES < count; part++) {
      const nowhere = new Writable({
        write: (chunk: Buffer, _, done) => {
          bytes += chunk.byteLength;
          done();
        },
      });
      const text = sitemapText(site, { locale, month, part }, from);
      await pipeline(Readable.from(text), createGzip(), nowhere);
    }
    addresses += count;
  }
}
const seconds = (performance.now() - startedAt) / 1000;
const megabytes = mostResidentMegabytes();
await closeDatabase();
console.log(
  `${addresses} addresses, ${(bytes / 1e6).toFixed(1)} MB packed, in ${seconds.toFixed(1)} s (asked for: ≤ ${MOST_SECONDS}); ` +
    `the index of ${index.split('<loc>').length - 1} files in ${((indexed - startedAt) / 1000).toFixed(1)} s; ` +
    `${megabytes.toFixed(0)} MB resident at most (asked for: ≤ ${MOST_MEGABYTES})`,
);
if (seconds > MOST_SECONDS || megabytes > MOST_MEGABYTES || addresses < articles)
  process.exitCode = 1;
