import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { fixedClock } from '../../clock.ts';
import { testDatabase } from '../../db/testing.ts';
import { importArticles } from '../../newsroom/import/import-articles.ts';
import { someArticle } from '../../newsroom/testing.ts';
import { amongNewest, byTrigrams, suggest } from './suggest.ts';

const database = await testDatabase();
const now = new Date('2026-11-24T06:00:00Z');
const from = { database, clock: fixedClock(now) };
/** Stories of the archive: so many that the planner would not read them all for the fun of it. */
const ARCHIVE = 20_000;

/** Makes an archive of copies of one story, an hour apart; every thousandth headline holds a rare word. */
async function fillArchive(): Promise<void> {
  await importArticles(database, [someArticle({ story: 'seed', headline: 'Seed' })], []);
  await database.execute(sql`insert into stories (key, category_id)
    select 'copy-' || n, (select category_id from stories limit 1) from generate_series(1, ${ARCHIVE}::integer) n`);
  await database.execute(sql`insert into articles (story_id, category_id, locale, status, slug, headline, body,
      reading_minutes, published_at)
    select id, category_id, 'en', 'published', key, case when id % 1000 = 0 then 'Quillwort ' else 'Harbour ' end || id,
      '{"type":"doc","content":[]}', 1, '2026-11-01'::timestamptz - id * interval '1 hour'
    from stories where key like 'copy-%'`);
  await database.execute(sql`insert into article_search (article_id, locale, document, headline, rules)
    select id, 'en', to_tsvector('english', headline), lower(headline), 1
    from articles where slug like 'copy-%'`);
  await database.execute(sql`vacuum analyze articles`);
  await database.execute(sql`vacuum analyze article_search`);
}

/** The plan of a statement, as PostgreSQL explains it. */
async function planOf(
  tx: Pick<typeof database, 'execute'>,
  query: { getSQL: () => ReturnType<typeof sql> },
) {
  const rows = await tx.execute<{ 'QUERY PLAN': string }>(sql`explain ${query.getSQL()}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

test('suggestions from a large archive use the indexes, for common words and rare ones', async () => {
  await fillArchive();
  expect((await suggest('en', 'harb', from)).map(({ slug }) => slug)[0]).toMatch(/^copy-/);
  expect(await suggest('en', 'har', from)).toHaveLength(8);
  expect(await suggest('en', 'ha', from)).toHaveLength(8);
  const rare = await suggest('en', 'illwort', from);
  expect(rare).toHaveLength(8);
  expect(new Set(rare.map(({ slug }) => slug)).size).toBe(8);
  expect(await suggest('en', 'nowhere', from)).toEqual([]);

  const common = await planOf(database, amongNewest(database, 'en', ['ha'], now));
  expect(common).toContain('articles_locale_newest');
  expect(common).toContain('article_search_pkey');
  expect(common).not.toContain('Seq Scan');
  await database.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    const old = await planOf(tx, byTrigrams(tx, 'en', ['quillwort'], now));
    expect(old).toContain('article_search_headline');
    expect(old).not.toContain('Seq Scan');
  });
});
