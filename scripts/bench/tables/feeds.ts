/** Feeds and the news sitemap, made and kept as pages are. */
import { LOCALES } from '../../../lib/i18n/locales.ts';
import { say, type Table } from '../harness.ts';
import { measure } from '../load.ts';

const AUTHORS = 40;
const LISTS = 100;
const feedOf = (n: number) => {
  const isAuthor = n < AUTHORS;
  const place = isAuthor ? n : n - AUTHORS;
  const kind = isAuthor ? `author/synthetic-author-${n}` : `topic/synthetic-topic-${place}`;
  return `/${LOCALES[place % LOCALES.length]}/${kind}/feed.xml`;
};

export const run: Table = async (bench) => {
  const { site, pid } = await bench.synthetic();
  console.log('\nFeeds and sitemaps');
  say('feed, first print', await measure([pid], LISTS, (n) => ({ url: site + feedOf(n) })));
  for (const [name, path] of [
    ['feed, hot', '/en/feed.xml'],
    ['news sitemap, hot', '/en/sitemap-news.xml'],
  ])
    say(`${name}`, await measure([pid], 10_000, () => ({ url: `${site}${path}` })));
};
