import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, expect, inject, test } from 'vitest';
import { connectTo, type Connection, type Database } from '../db/client.ts';
import { append as appendTo } from './append.ts';
import { follow } from './follow.ts';
import { someAppearance } from './testing.ts';

const server = process.env.TEST_DATABASE_URL ?? '';
const administrator = connectTo({ url: server }, { isPatient: true });
const run = (statement: string) => administrator.database.execute(sql.raw(statement));
const made: string[] = [];
const open: Connection[] = [];
afterAll(async () => {
  for (const connection of open) await connection.close();
  for (const name of made) await run(`drop database if exists ${name} with (force)`);
  await administrator.close();
});

async function make(name: string, template: string): Promise<void> {
  made.push(name);
  await run(`create database ${name} template ${template}`);
}
function connect(name: string): Connection {
  const url = new URL(server);
  url.pathname = `/${name}`;
  const connection = connectTo({ url: url.href });
  open.push(connection);
  return connection;
}
const append = (database: Database, articleId: number) =>
  database.transaction((tx) =>
    appendTo(tx, { type: 'article.published', appearances: [someAppearance({ articleId })] }),
  );

/** A database that is followed (its log begins with a row of the migration), a copy of which was kept before its last row; and what puts the copy in its place. */
async function followed() {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const copy = `${name}_kept`;
  await make(name, inject('migratedDatabase'));
  const before = connect(name);
  await append(before.database, 1);
  await before.close();
  await make(copy, name);
  const { database } = connect(name);
  const seen: number[] = [];
  const setBack: object[] = [];
  const follower = await follow({
    database,
    interval: 20,
    onRows: (rows) =>
      rows.forEach(({ event }) => {
        if (event?.type === 'article.published')
          seen.push(...event.appearances.map(({ articleId }) => articleId));
      }),
    onSetBack: (facts) => setBack.push(facts),
  });
  await append(database, 2);
  await expect.poll(() => seen).toEqual([2]);
  const restore = async () => {
    await run(`drop database ${name} with (force)`);
    await run(`alter database ${copy} rename to ${name}`);
  };
  const interrupt = () =>
    run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  return { copy, database, seen, setBack, follower, restore, interrupt };
}

test('a database that is put back to an older state is noticed, and followed from there', async () => {
  const { database, seen, setBack, follower, restore } = await followed();
  await restore();
  await expect.poll(() => setBack, { timeout: 20_000 }).toEqual([{ cursor: 3, latest: 2 }]);
  await append(database, 3);
  await expect.poll(() => seen).toEqual([2, 3]);
  await follower.stop();
});

test('a restored database that has passed the last row read is noticed too', async () => {
  const { copy, setBack, follower, restore } = await followed();
  const ahead = connect(copy);
  for (const id of [4, 5, 6]) await append(ahead.database, id);
  await ahead.close();
  await restore();
  await expect.poll(() => setBack, { timeout: 20_000 }).toEqual([{ cursor: 3, latest: 5 }]);
  await follower.stop();
});

test('a database that was only away is not taken for an older one', async () => {
  const { database, seen, setBack, follower, interrupt } = await followed();
  await interrupt();
  await expect
    .poll(
      () =>
        append(database, 3).then(
          () => true,
          () => false,
        ),
      { timeout: 10_000 },
    )
    .toBe(true);
  await expect.poll(() => seen, { timeout: 10_000 }).toContain(3);
  expect(setBack).toEqual([]);
  await follower.stop();
});
