import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { alarmCounts, leftOutArticles, onAlarm } from '../alarms.ts';
import { fixedClock } from '../clock.ts';
import { plainText } from '../content/body/plain-text.ts';
import { testDatabase } from '../db/testing.ts';
import { importArticles } from '../newsroom/import/import-articles.ts';
import { someArticle } from '../newsroom/testing.ts';
import { getArticle } from '../publication/get-article.ts';
import { getFeed } from '../publication/lists/feed.ts';
import { listCategory } from '../publication/lists/lists.ts';
import { searchArticles } from '../publication/search/search.ts';
import { makeFeed } from './feeds/feed.ts';
import { sitemapText } from './stream-sitemap.ts';
import { writeRss } from './feeds/rss.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };

const SCOPE = { kind: 'everything' } as const;
async function feedNow() {
  const content = await getFeed('en', SCOPE, from);
  if (!content) throw new Error('There is no feed.');
  const place = {
    locale: 'en',
    home: '/en',
    file: 'feed.xml',
    site: 'https://caliber.example',
    hub: null,
  } as const;
  return makeFeed(place, { content, sizeOf: () => Promise.resolve(null) });
}
async function write() {
  await importArticles(
    database,
    [someArticle({ slug: 'sound', text: 'The ferry.' }), someArticle({ slug: 'poisoned' })],
    [],
  );
}
const poison = (body: unknown) =>
  database.execute(
    sql`update articles set body = ${JSON.stringify(body)}::text::jsonb where slug = 'poisoned'`,
  );

test('an article stored with thousands of nested marks is in its feed and on its own page', async () => {
  await write();
  const marks = Array.from({ length: 8000 }, () => ({ type: 'bold' }));
  const content = [{ type: 'text', text: 'Poison', marks }];
  await poison({ type: 'doc', content: [{ type: 'paragraph', content }] });
  const feed = await feedNow();
  expect(writeRss(feed)).toContain(`&lt;p&gt;&lt;strong&gt;Poison&lt;/strong&gt;&lt;/p&gt;`);
  expect(feed.entries).toHaveLength(2);
});

test('an article stored with thousands of lists in each other answers with its words', async () => {
  await write();
  let block: unknown = { type: 'paragraph', content: [{ type: 'text', text: 'Innermost' }] };
  for (let level = 0; level < 500; level++)
    block = { type: 'bulletList', content: [{ type: 'listItem', content: [block] }] };
  await poison({ type: 'doc', content: [block] });
  expect((await feedNow()).entries).toHaveLength(2);
  const answer = await getArticle('en', 'poisoned', from);
  expect(answer.kind === 'article' && plainText(answer.article.body)).toBe('Innermost');
});

test('what fails in a feed, a list, a search or a sitemap is left out alone, counted and named once', async () => {
  await write();
  const messages: string[] = [];
  onAlarm((message) => messages.push(message));
  const before = alarmCounts().leftOut.list;
  // A moment that no calendar has.
  await database.execute(
    sql`update articles set published_at = '-infinity' where slug = 'poisoned'`,
  );
  expect((await feedNow()).entries.map(({ url }) => url)).toEqual([
    'https://caliber.example/en/post/sound',
  ]);
  const list = await listCategory('en', 'analytics', 1, {}, from);
  expect(list?.articles.map(({ slug }) => slug)).toEqual(['sound']);
  await listCategory('en', 'analytics', 1, {}, from);
  const asked = { text: 'ferry', category: null, period: 'any', order: 'newest', page: 1 } as const;
  expect((await searchArticles('en', asked, from)).hits).toHaveLength(1);
  const pieces: string[] = [];
  const part = { locale: 'en', month: '2026-11', part: 1 } as const;
  for await (const piece of sitemapText('https://caliber.example', part, from)) pieces.push(piece);
  expect(pieces.join('')).toContain('/en/post/sound');
  expect(alarmCounts().leftOut.list - before).toBeGreaterThanOrEqual(3);
  expect(messages).toEqual([
    'an article was left out of a feed',
    'an article was left out of a list',
  ]);
  expect(leftOutArticles()).toMatchObject([{ place: 'feed' }, { place: 'list' }]);

  await database.execute(
    sql`update articles set published_at = '2026-11-20' where slug = 'poisoned'`,
  );
  expect((await feedNow()).entries).toHaveLength(2);
  await listCategory('en', 'analytics', 1, {}, from);
  expect(leftOutArticles()).toEqual([]);
});
