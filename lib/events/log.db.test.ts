import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '../db/testing.ts';
import { append } from './append.ts';
import { follow } from './follow.ts';
import { latestLogId, readLogAfter } from './log.ts';
import { someAppearance } from './testing.ts';

const database = await testDatabase();
const publish = (articleId: number) =>
  database.transaction((tx) =>
    append(tx, { type: 'article.published', appearances: [someAppearance({ articleId })] }),
  );
const articlesOf = (rows: Awaited<ReturnType<typeof readLogAfter>>) =>
  rows.flatMap(({ event }) =>
    event?.type === 'article.published' ? event.appearances.map(({ articleId }) => articleId) : [],
  );

test('rows are read in order after a cursor', async () => {
  await publish(1);
  const cursor = await latestLogId(database);
  await publish(2);
  await publish(3);
  expect(articlesOf(await readLogAfter(database, cursor, 10))).toEqual([2, 3]);
});

test('a transaction that is rolled back leaves no row', async () => {
  await database
    .transaction(async (tx) => {
      await append(tx, { type: 'front.curated', locale: 'en' });
      throw new Error('on purpose');
    })
    .catch(() => {});
  expect(await latestLogId(database)).toBe(0);
});

test('a row has the tags of its event for processes that do not know the event', async () => {
  await publish(7);
  const [row] = await database.execute(sql`select event, tags from outbox`);
  expect(row).toEqual({
    event: 'article.published',
    tags: expect.toSatisfy(
      (tags: string[]) =>
        tags.toSorted().join() === 'article:7,category:en:world,front:en,slug:en:ferry,story:1',
    ) as string[],
  });
});

test('a row of a newer release is read with its tags, and without an event', async () => {
  await database.execute(
    sql`insert into outbox (event, tags, data) values ('article.sung', '["front:en"]', '{"key": 1}')`,
  );
  expect(await readLogAfter(database, 0, 10)).toMatchObject([{ event: null, tags: ['front:en'] }]);
});

test('a row of a release without typed events is read with its tags, addresses and lists', async () => {
  const tags = ['article:1', 'slug:en:ferry', 'front:en', 'topic:ru:coast', 'story:1'];
  await database.execute(
    sql`insert into outbox (event, tags) values ('publish', ${JSON.stringify(tags)}::jsonb)`,
  );
  expect(await readLogAfter(database, 0, 10)).toMatchObject([
    {
      tags,
      event: {
        type: 'row.earlier',
        addresses: [{ locale: 'en', slug: 'ferry' }],
        lists: [
          { locale: 'en', kind: 'everything', slug: '' },
          { locale: 'ru', kind: 'topic', slug: 'coast' },
        ],
      },
    },
  ]);
});

test('a follower misses none of what many writers append at once', async () => {
  const seen = new Set<number>();
  const follower = await follow({
    database,
    interval: 5,
    onRows: (rows) => articlesOf([...rows]).forEach((id) => seen.add(id)),
  });
  await Promise.all(Array.from({ length: 60 }, (_, n) => publish(n)));
  await expect.poll(() => seen.size, { timeout: 10_000 }).toBe(60);
  await follower.stop();
});

test('a follower that is notified reads at once, and then reads what was appended meanwhile', async () => {
  const seen: number[] = [];
  const follower = await follow({
    database,
    interval: 600_000,
    onRows: (rows) => {
      seen.push(...articlesOf([...rows]));
      if (seen.length === 1) void publish(2).then(follower.readNow);
    },
  });
  await publish(1);
  follower.readNow();
  await expect.poll(() => seen, { timeout: 10_000 }).toEqual([1, 2]);
  await follower.stop();
});
