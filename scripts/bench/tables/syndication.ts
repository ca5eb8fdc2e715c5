/**
 * What a feed, a news sitemap and the picture of a shared link cost, when they are made (cold) and when they
 * are asked for again (cached): of the demonstration edition, with a thousand stories of today beside it, so
 * that a feed and a news sitemap are full.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOCALES } from '../../../lib/i18n/locales.ts';
import { say, type Bench, type Table } from '../harness.ts';
import { measure, type Measure } from '../load.ts';

/** Entries of a news sitemap at most. */
const NEWS = 1000;
const ROUNDS = 10;
const WARM_UP = 60;
const CACHED = 5000;
/** Milliseconds in which a running portal follows what a command has changed. */
const FOLLOWED = 500;

export const run: Table = async (bench) => {
  const env = bench.settings('syndication');
  const portal = (...parameters: string[]) =>
    spawnSync(process.execPath, ['lib/cli/portal.ts', ...parameters], { env });
  portal('import', 'edition');
  portal('import', writeStories(bench));
  const { site, pid } = await bench.serve(env);
  const each = (urls: readonly string[], count = urls.length) =>
    measure([pid], count, (n) => ({ url: urls[n % urls.length] ?? '' }));

  const feeds = await feedsOf(site);
  // What is compiled on the way is no feed's cost.
  await each(feeds.slice(0, WARM_UP));
  console.log('\nFeeds, news sitemaps, pictures of shared links');
  say('feed, cold', await each(feeds.slice(WARM_UP)));
  say('feed of thirty stories, cached', await each([`${site}/en/feed.xml`], CACHED));

  const news = [`${site}/en/sitemap-news.xml`];
  const rounds: Measure[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // An import of redirects invalidates every page.
    const file = join(bench.folder, 'redirects.csv');
    writeFileSync(file, `/dropped-${round},/en\n`);
    portal('redirects', 'import', file);
    await sleep(FOLLOWED);
    rounds.push(await each(news));
  }
  const mean = (part: 'cpu' | 'median') =>
    rounds.reduce((sum, round) => sum + round[part], 0) / ROUNDS;
  const slow = Math.max(...rounds.map((round) => round.slow));
  say(`news sitemap of ${NEWS}, cold`, { cpu: mean('cpu'), median: mean('median'), slow });
  say(`news sitemap of ${NEWS}, cached`, await each(news, CACHED));

  const cards = await cardsOf(site);
  say('share picture, drawn', await each(cards));
  say('share picture, there', await each(cards, CACHED));
};

/** A folder of stories, one a minute, up to now. */
function writeStories(bench: Bench): string {
  const folder = join(bench.folder, 'stories');
  mkdirSync(folder);
  const text = 'A sentence of about a dozen words, as they stand in a text. '.repeat(40);
  for (let n = 0; n < NEWS; n++) {
    const head = {
      story: `today-${n}`,
      locale: 'en',
      category: 'world',
      headline: `"Story ${n} of today, with a headline of the usual length"`,
      slug: `today-${n}`,
      publishedAt: new Date(Date.now() - (n + 1) * 60_000).toISOString(),
    };
    const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
    const file = `---\n${lines.join('\n')}\n---\n\n${text}\n\n${text}\n`;
    writeFileSync(join(folder, `today-${n}.en.md`), file);
  }
  return folder;
}

const read = async (url: string): Promise<string> => (await fetch(url)).text();

/** Addresses of every list's feeds, in each form. */
async function feedsOf(site: string): Promise<string[]> {
  const pages = await Promise.all(LOCALES.map((each) => read(`${site}/${each}/sitemap-pages.xml`)));
  const address = /<loc>([^<]+\/(?:category|topic|author)\/[^<]+)<\/loc>/g;
  const lists = pages.flatMap((xml) => [...xml.matchAll(address)].map(([, list]) => list));
  const forms = ['feed.xml', 'atom.xml', 'feed.json'];
  return lists.flatMap((list) => forms.map((form) => `${list}/${form}`));
}

/** Pictures of shared links that nobody has asked for yet, drawn ones of stories without a photograph. */
async function cardsOf(site: string): Promise<string[]> {
  const { items } = JSON.parse(await read(`${site}/en/feed.json`)) as { items: { url: string }[] };
  const image = /property="og:image" content="([^"]+)"/;
  const found = await Promise.all(items.map(async ({ url }) => image.exec(await read(url))?.[1]));
  const cards = found.filter((url) => url?.includes('/cards/'));
  return [...new Set(cards.map((url) => String(url).replaceAll('&amp;', '&')))];
}
