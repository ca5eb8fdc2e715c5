import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { publication } from '../../publication.config.ts';
import { migrate } from './migrate.ts';
import { latestLogId, readLogAfter } from '../events/log.ts';
import { categories } from './schema/categories.ts';
import { articles, stories } from './schema/articles.ts';
import { testDatabase } from './testing.ts';

const database = await testDatabase();

test('the categories are those of the configuration, in its order', async () => {
  const rows = await database.select().from(categories).orderBy(categories.position);
  expect(rows.map((row) => row.slug)).toEqual(publication.categories.map(({ slug }) => slug));
});

test('eight starts at once leave one schema and write nothing that did not change', async () => {
  await Promise.all(Array.from({ length: 8 }, () => migrate(database)));
  expect(await latestLogId(database)).toBe(0);
});

test('a category renamed by hand is set right, with an event', async () => {
  await database.update(categories).set({ position: sql`position + 100` });
  await migrate(database);
  expect((await readLogAfter(database, 0, 9)).map(({ event }) => event)).toEqual([
    {
      type: 'publication.configured',
      categories: publication.categories.map(({ slug }) => slug),
    },
  ]);
});

test('an article cannot have another category than its story', async () => {
  const [first, second] = await database.select().from(categories).limit(2);
  const [story] = await database
    .insert(stories)
    .values({ key: 'one', categoryId: first?.id ?? 0 })
    .returning();
  const article = {
    storyId: story?.id ?? 0,
    locale: 'en' as const,
    status: 'draft' as const,
    slug: 'one',
    headline: 'One',
    body: { type: 'doc' as const, content: [] },
    readingMinutes: 1,
  };
  await expect(
    database.insert(articles).values({ ...article, categoryId: second?.id ?? 0 }),
  ).rejects.toThrow();
  await expect(
    database
      .insert(articles)
      .values({ ...article, categoryId: first?.id ?? 0, status: 'published' }),
  ).rejects.toThrow();
  await database.insert(articles).values({ ...article, categoryId: first?.id ?? 0 });
});
