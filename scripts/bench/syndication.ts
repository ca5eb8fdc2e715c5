/**
 * `node scripts/bench/syndication.ts`: what a feed, a news sitemap and the picture of a shared link cost the
 * portal, when they are made (cold) and when they are asked for again (cached). It serves the demonstration
 * edition with a thousand stories of today beside it, so that a feed and a news sitemap are full.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { LOCALES } from '../../lib/i18n/locales.ts';
import { SERVE } from '../serving.ts';
import { cpuSeconds } from './cpu.ts';
import { measure } from './load.ts';

const PORT = 3487;
/** Entries of a news sitemap at most. */
const NEWS = 1000;
const ROUNDS = 10;
const WARM_UP = 60;
const CACHED = 5000;

export interface SyndicationRow {
  name: string;
  /** Microseconds of the portal's CPU, threads that compress and draw included. */
  cpu: number;
  count: number;
}

const spaces = (text: string): string => text.replaceAll('&amp;', '&');
const read = async (url: string): Promise<string> => (await fetch(url)).text();

/** Addresses of every list's feeds, in each form. */
async function feedsOf(site: string): Promise<string[]> {
  const pages = await Promise.all(LOCALES.map((each) => read(`${site}/${each}/sitemap-pages.xml`)));
  const lists = pages.flatMap((xml) =>
    [...xml.matchAll(/<loc>([^<]+\/(?:category|topic|author)\/[^<]+)<\/loc>/g)].map((match) => match[1] ?? ''),
  ); // prettier-ignore
  return lists.flatMap((list) => ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${list}/${file}`));
} // prettier-ignore

/** Pictures of shared links that nobody has asked for yet, drawn ones of stories without a photograph. */
async function cardsOf(site: string): Promise<string[]> {
  const xml = await read(`${site}/en/feed.json`);
  const { items } = JSON.parse(xml) as { items: { url: string }[] };
  const found = await Promise.all(
    items.map(async ({ url }) => /property="og:image" content="([^"]+)"/.exec(await read(url))?.[1]),
  );
  return [...new Set(found.flatMap((url) => (url?.includes('/cards/') ? [spaces(url)] : [])))];
} // prettier-ignore

/**
 * Measures a portal that serves.
 * @param dropPages - has the portal forget every page that it keeps
 */
export async function measureSyndication(
  site: string,
  pid: number,
  dropPages: () => Promise<void>,
): Promise<SyndicationRow[]> {
  const rows: SyndicationRow[] = [];
  const each = async (name: string, urls: readonly string[], count = urls.length) => {
    const { cpu } = await measure([pid], count, (n) => ({ url: urls[n % urls.length] ?? '' }));
    rows.push({ name, cpu, count });
  };
  const feeds = await feedsOf(site);
  // What is compiled on the way is no feed's cost.
  await measure([pid], WARM_UP, (n) => ({ url: feeds[n] ?? '' }));
  await each('feed, cold', feeds.slice(WARM_UP));
  const front = `${site}/en/feed.xml`;
  await read(front);
  await each('feed of thirty stories, cached', [front], CACHED);

  const news = `${site}/en/sitemap-news.xml`;
  await read(news);
  await each('news sitemap of a thousand, cached', [news], CACHED);
  let seconds = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await dropPages();
    const before = cpuSeconds(pid);
    await read(news);
    seconds += cpuSeconds(pid) - before;
  }
  rows.push({ name: 'news sitemap of a thousand, cold', cpu: (seconds / ROUNDS) * 1e6, count: ROUNDS }); // prettier-ignore

  const cards = await cardsOf(site);
  await each('share picture, drawn', cards);
  await each('share picture, there', cards, CACHED);
  return rows;
}

/** Serves such a publication from a folder of its own, and measures it. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'caliber-bench-syndication-'));
  const site = `http://127.0.0.1:${PORT}`;
  const env = {
    ...process.env,
    PORT: String(PORT),
    SITE_URL: site,
    DATA_DIR: join(folder, 'data'),
    NODE_ENV: 'production' as const,
    LOG_LEVEL: 'error',
  };
  const portal = (...parameters: string[]) =>
    spawnSync(process.execPath, ['lib/cli/portal.ts', ...parameters], { env });
  const stories = join(folder, 'stories');
  mkdirSync(stories);
  for (let n = 0; n < NEWS; n++) {
    const at = new Date(Date.now() - (n + 1) * 60_000).toISOString();
    const text = `A sentence of about a dozen words, as they stand in a text. `.repeat(40);
    writeFileSync(
      join(stories, `today-${n}.en.md`),
      `---\nstory: today-${n}\nlocale: en\ncategory: world\nheadline: "Story ${n} of today, with a headline of the usual length"\nslug: today-${n}\npublishedAt: ${at}\n---\n\n${text}\n\n${text}\n`,
    );
  }
  portal('import', 'edition');
  portal('import', stories);
  const server = spawn(process.execPath, SERVE, { env, stdio: 'ignore' });
  try {
    for (let tries = 0; tries < 600; tries++) {
      if (await fetch(`${site}/api/health/ready`).then(({ ok }) => ok, () => false)) break; // prettier-ignore
      await sleep(200);
    }
    let dropped = 0;
    const rows = await measureSyndication(site, server.pid ?? 0, async () => {
      const file = join(folder, 'redirects.csv');
      writeFileSync(file, `/dropped-${++dropped},/en\n`);
      portal('redirects', 'import', file);
      await sleep(500);
    });
    for (const { name, cpu, count } of rows)
      console.log(`${name.padEnd(44)} ${cpu.toFixed(0).padStart(7)} µs CPU (${count})`);
  } finally {
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
