import { expect, test } from 'vitest';
import { appendOutbox, latestOutboxId, readOutboxAfter } from './outbox.ts';
import { followOutbox } from './follow-outbox.ts';
import { testDatabase } from './testing.ts';

const database = await testDatabase();
const append = (tag: string) =>
  database.transaction((tx) => appendOutbox(tx, { event: 'import', tags: [tag, tag] }));

test('rows are read in order after a cursor, each tag once', async () => {
  await append('article:1');
  const cursor = await latestOutboxId(database);
  await append('article:2');
  await append('article:3');
  const rows = await readOutboxAfter(database, cursor, 10);
  expect(rows.map((row) => row.tags)).toEqual([['article:2'], ['article:3']]);
});

test('a transaction that is rolled back leaves no row', async () => {
  await database
    .transaction(async (tx) => {
      await appendOutbox(tx, { event: 'import', tags: ['article:1'] });
      throw new Error('on purpose');
    })
    .catch(() => {});
  expect(await latestOutboxId(database)).toBe(0);
});

test('a follower misses none of what many writers append at once', async () => {
  const seen = new Set<string>();
  const follower = await followOutbox({
    database,
    interval: 5,
    onTags: (tags) => tags.forEach((tag) => seen.add(tag)),
  });
  const tags = Array.from({ length: 60 }, (_, n) => `article:${n}`);
  await Promise.all(tags.map(append));
  await expect.poll(() => seen.size, { timeout: 10_000 }).toBe(tags.length);
  await follower.stop();
});

test('a follower that is woken reads at once, and what is appended meanwhile after it', async () => {
  const seen: string[] = [];
  const follower = await followOutbox({
    database,
    interval: 600_000,
    onTags: (tags) => {
      seen.push(...tags);
      if (tags.includes('article:first')) void append('article:second').then(follower.wake);
    },
  });
  await append('article:first');
  follower.wake();
  await expect.poll(() => seen, { timeout: 10_000 }).toEqual(['article:first', 'article:second']);
  await follower.stop();
});
