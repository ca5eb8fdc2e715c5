import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { fixedClock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { viewCounts } from '../db/schema/articles.ts';
import { viewReaders, viewSalts } from '../db/schema/views.ts';
import { testDatabase } from '../db/testing.ts';
import { importArticles } from '../newsroom/import/import-articles.ts';
import { someArticle } from '../newsroom/testing.ts';
import { ViewCounter } from './counter.ts';
import { PLACES } from './reader-key.ts';

const database = await testDatabase();
const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const reader = (address: string, userAgent = BROWSER, purpose = '') => ({
  address,
  userAgent,
  purpose,
});

async function counterOfOneArticle(using: () => Database = () => database) {
  await importArticles(database, [someArticle({ views: 40 })], []);
  const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
  return { clock, counter: new ViewCounter({ clock, database: using }) };
}
const written = async () =>
  (await database.select({ sum: sql<number>`sum(views)::integer` }).from(viewCounts))[0]?.sum;

test('a hundred thousand hits of one reader count one', async () => {
  const { counter } = await counterOfOneArticle();
  for (let hit = 0; hit < 100_000; hit++) await counter.count(1, reader('10.0.0.1'));
  expect(await counter.views(1)).toBe(41);
  await counter.flush();
  expect(await written()).toBe(41);
});

test('a reader counts again after half an hour, another reader at once', async () => {
  const { clock, counter } = await counterOfOneArticle();
  await counter.count(1, reader('10.0.0.1'));
  await counter.count(1, reader('10.0.0.2'));
  clock.advance(31 * 60_000);
  await counter.count(1, reader('10.0.0.1'));
  expect(await counter.views(1)).toBe(43);
});

test('bots, prefetches and programs without a name count nothing', async () => {
  const { counter } = await counterOfOneArticle();
  await counter.count(1, reader('10.0.0.1', 'Googlebot/2.1 (+http://www.google.com/bot.html)'));
  await counter.count(1, reader('10.0.0.2', BROWSER, 'prefetch;prerender'));
  await counter.count(1, reader('10.0.0.3', ''));
  expect(await counter.views(1)).toBe(40);
});

test('counts that could not be written are written later, once', async () => {
  let isDown = true;
  const { counter } = await counterOfOneArticle(() => {
    if (isDown) throw new Error('down');
    return database;
  });
  await counter.count(1, reader('10.0.0.1'));
  await expect(counter.flush()).rejects.toThrow('down');
  isDown = false;
  await counter.count(1, reader('10.0.0.2'));
  await Promise.all([counter.flush(), counter.flush()]);
  await counter.flush();
  expect(await written()).toBe(42);
  expect(await counter.views(1)).toBe(42);
});

test('a deleted article does not block the others', async () => {
  const { counter } = await counterOfOneArticle();
  await counter.count(1, reader('10.0.0.1'));
  await counter.count(999, reader('10.0.0.1'));
  await counter.flush();
  expect(await written()).toBe(41);
});

test('three hundred names of browsers at one address count as its few readers', async () => {
  const { counter } = await counterOfOneArticle();
  for (let n = 0; n < 300; n++) await counter.count(1, reader('10.0.0.1', `${BROWSER} Made/${n}`));
  await counter.flush();
  expect((await written()) ?? 0).toBeLessThanOrEqual(40 + PLACES);
});

test('the addresses of one IPv6 network are one reader', async () => {
  const { counter } = await counterOfOneArticle();
  for (let n = 0; n < 300; n++) await counter.count(1, reader(`2001:db8:1:2::${n.toString(16)}`));
  await counter.count(1, reader('2001:db8:1:3::1'));
  await counter.flush();
  expect(await written()).toBe(42);
});

test('a reader who visits two processes counts once', async () => {
  const { clock, counter } = await counterOfOneArticle();
  const other = new ViewCounter({ clock, database: () => database });
  for (const each of [counter, other]) await each.count(1, reader('10.0.0.1'));
  await other.count(1, reader('10.0.0.2'));
  await Promise.all([counter.flush(), other.flush()]);
  expect(await written()).toBe(42);
  expect(await other.views(1)).toBe(42);
});

test('a reader’s key is deleted within two hours, and its salt within two days', async () => {
  const { clock, counter } = await counterOfOneArticle();
  await counter.count(1, reader('10.0.0.1'));
  await counter.flush();
  clock.advance(2 * 86_400_000);
  await counter.count(1, reader('10.0.0.2'));
  await counter.flush();
  expect(await database.$count(viewReaders)).toBe(1);
  expect(await database.$count(viewSalts)).toBe(1);
});
