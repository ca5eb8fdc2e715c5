/** The upgrade of a database of a release without typed events (migration 0016). */
import { asc, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { importArticles } from '../newsroom/import/import-articles.ts';
import { someArticle } from '../newsroom/testing.ts';
import { readLogAfter } from '../events/log.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migrations.ts';
import { articles } from './schema/articles.ts';
import { testDatabase } from './testing.ts';

const database = await testDatabase();
const MINUTE = 60_000;
const inTime = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

/** Undoes the migration, so that the database is as that release left it. */
async function goBack() {
  const { folderMillis } = readMigrations()[16] ?? { folderMillis: NaN };
  for (const statement of [
    sql`drop trigger articles_releases on articles`,
    sql`drop function articles_releases`,
    sql`alter table articles drop column releases_at`,
    sql`alter table outbox drop column data`,
    sql`delete from drizzle.__drizzle_migrations where created_at >= ${folderMillis}`,
  ])
    await database.execute(statement);
}

test('what became visible while no process ran is to be released after the upgrade, what was seen is not', async () => {
  const [seen, ended, ahead, draft] = ['seen', 'ended', 'ahead', 'draft'];
  const embargoes = { [ended]: inTime(-MINUTE), [ahead]: inTime(60 * MINUTE) };
  await importArticles(
    database,
    [seen, ended, ahead, draft].map((slug) =>
      someArticle({
        slug,
        story: slug,
        status: slug === draft ? 'draft' : 'published',
        publishedAt: inTime(-60 * MINUTE),
        ...(embargoes[slug] && { embargoUntil: embargoes[slug] }),
      }),
    ),
    [],
  );
  await goBack();
  // That release had delivered what readers saw up to half an hour ago.
  await database.execute(sql`insert into outbox_targets (target, cursor, released_until, next_try_at)
    values ('indexnow', 0, ${inTime(-30 * MINUTE)}, now())`);
  await migrate(database);
  const rows = await database
    .select({ slug: articles.slug, at: articles.releasesAt })
    .from(articles)
    .orderBy(asc(articles.id));
  expect(rows.map(({ slug, at }) => [slug, at?.toISOString() ?? null])).toEqual([
    [seen, null],
    [ended, embargoes[ended]],
    [ahead, embargoes[ahead]],
    [draft, null],
  ]);
});

test('rows of that release in the log are still followed, by their cache tags', async () => {
  await goBack();
  await database.execute(
    sql`insert into outbox (event, tags) values ('article.publish', ${JSON.stringify(['slug:en:first-light'])}::jsonb)`,
  );
  await migrate(database);
  expect((await readLogAfter(database, 0, 9)).map(({ event }) => event)).toEqual([
    expect.objectContaining({
      type: 'row.earlier',
      addresses: [{ locale: 'en', slug: 'first-light' }],
    }),
  ]);
});
