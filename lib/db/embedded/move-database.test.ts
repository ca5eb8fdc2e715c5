import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { dropOld } from './drop-old.ts';
import { readMigrations } from '../migrations.ts';
import { createCluster } from './create-cluster.ts';
import { locate } from './locate.ts';
import { placesIn } from './places.ts';
import { findPrograms } from './programs.ts';
import { ServerProcess } from './server-process.ts';
import { startEmbedded } from './start.ts';
import { connectIn, LIMIT, temporaryFolder } from './testing.ts';

// Making a database of the former engine takes seconds; each test begins with a copy of an empty one.
const empty = temporaryFolder();
beforeAll(async () => {
  const engine = await PGlite.create({ dataDir: join(empty.dataDir, 'pglite') });
  await engine.close();
});
afterAll(empty.remove);

let dataDir = '';
let remove = () => {};
const said: string[] = [];
const say = (sentence: string) => void said.push(sentence);
beforeEach(() => {
  ({ dataDir, remove } = temporaryFolder());
  mkdirSync(join(dataDir, 'database'));
  said.length = 0;
});
afterEach(() => remove());

/** Makes a database of the former engine, and runs statements in it. @returns its folder */
async function makeFormer(statements: readonly string[]): Promise<string> {
  const former = join(dataDir, 'database', 'pglite');
  cpSync(join(empty.dataDir, 'pglite'), former, { recursive: true });
  const engine = await PGlite.create({ dataDir: former, extensions: { pg_trgm } });
  await engine.exec(statements.join(';\n'));
  await engine.close();
  return former;
}

/** Statements that make tables as a release had them after so many migrations. */
function schemaAfter(count: number): string[] {
  const applied = readMigrations().slice(0, count);
  return [
    'create schema drizzle',
    'create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
    ...applied.flatMap(({ sql }) => sql).filter((statement) => statement.trim()),
    ...applied.map(
      ({ hash, folderMillis }) =>
        `insert into drizzle.__drizzle_migrations (hash, created_at) values ('${hash}', ${folderMillis})`,
    ),
  ];
}

/** Values of every kind that a careless copy loses: nothing, the JSON null, infinity, a rounded number. */
const ROWS = [
  `insert into categories (slug, position, names, descriptions) values ('sport', 1, '{"en": "Sport"}', 'null')`,
  `insert into stories (key, category_id) select 'story-' || n, 1 from generate_series(1, 250) as n`,
  `insert into articles (story_id, category_id, locale, status, slug, headline, body, reading_minutes, published_at)
    select id, 1, 'hy', 'published', key, 'Սևան՝ «լիճ» \\ ' || chr(9) || 'ՙ', '{"type": "doc", "content": [null, 1.10]}', 1,
      case when id = 1 then 'infinity' else '2026-11-24 06:00:00.123456+04'::timestamptz end from stories`,
  `insert into article_search (article_id, locale, document, headline)
    select id, locale, to_tsvector('simple', headline), headline from articles`,
  `insert into images (id, width, height, colour, widths, source_name, original_format, focal_x)
    values ('a', 1, 1, '#000', '[1]', '', 'jpeg', 0.1)`,
  `insert into view_counts (article_id, day, views) values (1, '1875-03-01', 2147483647)`,
  `insert into outbox (event, tags) values ('import', '[]')`,
  `delete from articles where id = 250`,
];

for (const count of [2, 6, readMigrations().length])
  test(
    `a database of the former engine after ${count} migrations comes over, every row of it`,
    { timeout: LIMIT },
    async () => {
      const former = await makeFormer([...schemaAfter(count), ...ROWS]);
      const lease = await startEmbedded(dataDir, say);
      const sql = connectIn(dataDir);
      expect(await sql`select count(*)::int as n, max(id)::int as last from articles`).toEqual([
        { n: 249, last: 249 },
      ]);
      expect(
        await sql`select published_at::text as at, headline, body::text as body from articles where id < 3 order by id`,
      ).toEqual([
        {
          at: 'infinity',
          headline: 'Սևան՝ «լիճ» \\ \tՙ',
          body: '{"type": "doc", "content": [null, 1.10]}',
        },
        expect.objectContaining({ at: '2026-11-24 02:00:00.123456+00' }),
      ]);
      expect(await sql`select descriptions::text as d from categories`).toEqual([{ d: 'null' }]);
      expect(await sql`select focal_x from images`).toEqual([{ focal_x: 0.1 }]);
      // The number of a row that was removed is not given again.
      expect(await sql`select nextval('articles_id_seq')::int as next`).toEqual([{ next: 251 }]);
      await sql.end();
      await lease.release();

      expect(said.join('\n')).toMatch(/Moved and compared: \d+ rows of \d+ tables/);
      expect([existsSync(former), existsSync(`${former}.old`)]).toEqual([false, true]);
      expect(statSync(`${former}.old`).mode & 0o777).toBe(0o700);
      expect(dropOld(dataDir, say)).toEqual([`${former}.old`]);
      expect(existsSync(`${former}.old`)).toBe(false);
    },
  );

test(
  'a database that a newer release wrote is not moved, and nothing is changed',
  { timeout: LIMIT },
  async () => {
    const former = await makeFormer([
      ...schemaAfter(2),
      `update drizzle.__drizzle_migrations set created_at = 99999999999999`,
    ]);
    await expect(startEmbedded(dataDir, say)).rejects.toThrow(/was written by a newer release/);
    expect(existsSync(former)).toBe(true);
    expect(existsSync(join(dataDir, 'database', '18'))).toBe(false);
  },
);

test('a cluster of the major version before is brought to ours', { timeout: LIMIT }, async () => {
  // The command that the message gives an operator.
  const { home } = placesIn(dataDir);
  const beside = join(home, 'programs', '17');
  const message = await Promise.resolve()
    .then(() => findPrograms(home, 17))
    .catch(String);
  const command = /npm (install .*), then start again/.exec(String(message))?.[1] ?? '';
  expect(command).toContain(beside);
  execFileSync('npm', command.split(' '), { stdio: 'pipe' });
  const location = await locate(dataDir, say);
  await createCluster(join(home, '17'), findPrograms(home, 17), location.runner);
  await fill17();

  const lease = await startEmbedded(dataDir, say);
  const sql = connectIn(dataDir);
  expect(await sql`select count(*)::int as n from articles`).toEqual([{ n: 249 }]);
  expect(await sql`select current_setting('server_version_num')::int / 10000 as major`).toEqual([
    { major: 18 },
  ]);
  await sql.end();
  await lease.release();
  expect(existsSync(join(home, '17.old'))).toBe(true);

  async function fill17(): Promise<void> {
    const path = join(dataDir, 'log');
    const { run } = location.places;
    const server = new ServerProcess({
      cluster: join(home, '17'),
      run,
      programs: findPrograms(home, 17),
      runner: location.runner,
      log: { path, descriptor: openSync(path, 'a') },
      say,
    });
    await server.start();
    const sql = connectIn(dataDir);
    for (const statement of [...schemaAfter(6), ...ROWS]) await sql.unsafe(statement);
    await sql.end();
    await server.stop();
  }
});
