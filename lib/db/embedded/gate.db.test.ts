import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { topics } from '../schema/people.ts';
import { testDatabase } from '../testing.ts';

const database = await testDatabase();

test('statements of many connections at once keep their own parameters', async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      n % 2 === 0
        ? database.execute<{ sum: number }>(sql`select ${n}::integer + ${n}::integer as sum`)
        : database.execute<{ sum: number }>(
            sql`select ${n}::integer as sum where ${n} > 0 and ${'a'} = 'a'`,
          ),
    ),
  );
  expect(answers.map(([row]) => row?.sum)).toEqual(
    Array.from({ length: 200 }, (_, n) => (n % 2 === 0 ? 2 * n : n)),
  );
});

test('fifty transactions at once, every second rolled back, come out exact', async () => {
  await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      database
        .transaction(async (tx) => {
          await tx.insert(topics).values({ slug: `topic-${n}`, names: { en: `${n}` } });
          await tx.execute(sql`select count(*) from topics`);
          if (n % 2 === 1) throw new Error('on purpose');
        })
        .catch((cause: Error) => {
          if (cause.message !== 'on purpose') throw cause;
        }),
    ),
  );
  const rows = await database.select().from(topics);
  expect(rows.map(({ slug }) => Number(slug.slice(6))).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 25 }, (_, n) => 2 * n),
  );
});

test('a statement that fails leaves the connection fit for the next', async () => {
  await expect(database.execute(sql`select 1 / ${0}::integer`)).rejects.toThrow();
  expect(await database.execute(sql`select 2 as two`)).toMatchObject([{ two: 2 }]);
});
