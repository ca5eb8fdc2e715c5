import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connectTo } from './client.ts';
import { connectionsAllowed } from './connections.ts';
import { testDatabase, testDatabaseUrl } from './testing.ts';

const database = await testDatabase();

/** The database as a user who may have so many connections sees it. */
async function asUserWith(connections: number) {
  const name = `few_${randomBytes(4).toString('hex')}`;
  await database.execute(
    sql.raw(`create role ${name} login password 'few' connection limit ${connections}`),
  );
  const url = new URL(testDatabaseUrl);
  url.username = name;
  url.password = 'few';
  return { url: url.href, drop: () => database.execute(sql.raw(`drop role ${name}`)) };
}

test('two pools on a server with few connections wait for those that there are', async () => {
  const { url, drop } = await asUserWith(5);
  const pools = [connectTo({ url }, { most: 3 }), connectTo({ url }, { most: 3 })];
  const asked = pools.flatMap(({ database: few }) => [
    ...Array.from({ length: 20 }, () => few.execute(sql`select pg_sleep(0.01)`)),
    ...Array.from({ length: 5 }, () =>
      few.transaction(async (transaction) => transaction.execute(sql`select 1`)),
    ),
  ]);
  expect((await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected')).toEqual(
    [],
  );
  expect(await connectionsAllowed(pools[0]?.database ?? database)).toBe(2);
  await Promise.all(pools.map((pool) => pool.close()));
  await drop();
});
