/** A site's export and a database to import it into, for the tests of one file: both are new before each test. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeEach } from 'vitest';
import type { Database } from '../../db/client.ts';
import { articles, stories } from '../../db/schema/articles.ts';
import { categories } from '../../db/schema/categories.ts';
import { testDatabase } from '../../db/testing.ts';
import { importSite, type ImportSiteOptions } from '../import-site.ts';

const dataDir = join(tmpdir(), `caliber-import-site-data-${process.pid}`);
// eslint-disable-next-line no-restricted-properties -- sets the portal's data folder for these tests
process.env['DATA_DIR'] = dataDir;

const work = mkdtempSync(join(tmpdir(), 'caliber-site-'));

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

export const FIXTURES = join(import.meta.dirname, 'fixtures');
export const database = await testDatabase();
export let folder = '';
export let file = '';
export let media = '';

beforeEach(async () => {
  folder = mkdtempSync(join(work, 'site-'));
  file = join(folder, 'news.xml');
  media = join(folder, 'wp-content');
  copyFileSync(join(FIXTURES, 'news.xml'), file);
  const boat = join(media, 'uploads/2020/01/boat.jpg');
  mkdirSync(dirname(boat), { recursive: true });
  await sharp({ create: { width: 600, height: 400, channels: 3, background: '#335577' } })
    .jpeg()
    .toFile(boat);
});

export async function run(options: Partial<ImportSiteOptions> = {}, on: Database = database) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line.replaceAll(`${file}: `, ''));
  const isWhole = await importSite({
    database: on,
    file,
    dryRun: false,
    locale: 'en',
    category: 'society',
    media,
    say,
    complain: say,
    verbose: true,
    ...options,
  });
  return { isWhole, said, last: said.find((line) => /^(Imported|Would)/.test(line)) };
}

export const rows = () =>
  database
    .select({
      source: articles.sourceName,
      story: stories.key,
      locale: articles.locale,
      slug: articles.slug,
      status: articles.status,
      category: categories.slug,
    })
    .from(articles)
    .innerJoin(stories, eq(stories.id, articles.storyId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .orderBy(asc(articles.id));

/** A copy of an export in `fixtures`. */
export function fixture(name: string): string {
  const path = join(folder, name);
  copyFileSync(join(FIXTURES, name), path);
  return path;
}
