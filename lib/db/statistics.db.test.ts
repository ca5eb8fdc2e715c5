import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readStatistics } from './statistics.ts';
import { testDatabase } from './testing.ts';

const database = await testDatabase();

test('the database reports its size and its connections', async () => {
  const { bytes, connections } = await readStatistics(database);
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(connections).toBeGreaterThan(0);
});

test('where PostgreSQL keeps statistics of statements, they hold no value that was asked for', async () => {
  const [available] = await database.execute<{ is: boolean }>(
    sql`select current_setting('shared_preload_libraries') like '%pg_stat_statements%' as is`,
  );
  if (available?.is) await database.execute(sql`create extension if not exists pg_stat_statements`);
  await database.execute(sql`select count(*) from articles where headline = ${'a-secret-word'}`);
  const { statements } = await readStatistics(database);
  expect(statements.some(({ text }) => text.includes('from articles where headline ='))).toBe(
    available?.is ?? false,
  );
  expect(JSON.stringify(statements)).not.toContain('a-secret-word');
});
