/**
 * `node scripts/bench/sitemaps.ts [ARTICLES]`: writes every sitemap of a million articles, packed, from a
 * PostgreSQL of its own, and says how long it took and how much memory it held.
 */
import { spawnSync } from 'node:child_process';
import { sql } from 'drizzle-orm';
import { connectTo } from '../../lib/db/client.ts';
import { migrate } from '../../lib/db/migrate.ts';
import { LOCALES } from '../../lib/i18n/locales.ts';
import { startPostgres } from '../testing/databases.ts';

/** Articles: ten years of four locales. */
const ARTICLES = Number(process.argv[2] ?? 1_000_000) || 1_000_000;

/** Left alone, Node fills 250 MB with what is left of loading its modules before it tidies once. */
const SMALL_HEAP = ['--max-semi-space-size=4', '--max-old-space-size=64'];

/** Articles with a short body: a sitemap reads none. */
async function fill(url: string): Promise<void> {
  const { database, close } = connectTo({ url }, { isPatient: true });
  await migrate(database);
  await database.transaction(async (tx) => {
    await tx.execute(sql`insert into stories (key, category_id)
      select 'story-' || n, 1 + n % (select count(*) from categories) from generate_series(1, ${ARTICLES / LOCALES.length}::integer) n`);
    await tx.execute(sql`insert into images (id, width, height, colour, widths, source_name, original_format)
      values (repeat('a', 32), 1600, 900, '#000000', '[1200]', 'a.jpg', 'jpg')`);
    await tx.execute(sql`insert into articles (story_id, category_id, locale, status, slug, headline, body, reading_minutes, image_id, published_at)
      select s.id, s.category_id, l.locale, 'published', 'a-headline-of-a-usual-length-for-a-story-number-' || s.id, 'Headline',
        '{"type":"doc","content":[]}', 1, repeat('a', 32), timestamptz '2026-11-24' - s.id * interval '20 minutes'
      from stories s cross join unnest(string_to_array(${LOCALES.join(',')}, ',')) as l(locale)`);
  });
  await database.execute(sql`vacuum (analyze) articles`);
  await close();
}

const server = await startPostgres();
try {
  await fill(server.target);
  const { status } = spawnSync(
    process.execPath,
    [...SMALL_HEAP, 'scripts/bench/write-sitemaps.ts', String(ARTICLES)],
    { stdio: 'inherit', env: { ...process.env, DATABASE_URL: server.target } },
  );
  process.exitCode = status ?? 1;
} finally {
  await server.stop();
}
