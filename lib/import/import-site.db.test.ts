import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { asc, eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { writeMarkdown } from '../content/markdown/write.ts';
import type { Database } from '../db/client.ts';
import { latestLogId } from '../events/log.ts';
import { articles, revisions, stories } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { authors, topics } from '../db/schema/people.ts';
import { testDatabase } from '../db/testing.ts';
import { importSite, type ImportSiteOptions } from './import-site.ts';

vi.hoisted(() => {
  process.env['DATA_DIR'] = `/tmp/caliber-import-site-data-${process.pid}`;
});
const work = mkdtempSync(join(tmpdir(), 'caliber-site-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
  rmSync(process.env['DATA_DIR'] ?? '', { recursive: true, force: true });
});

const FIXTURES = join(import.meta.dirname, 'site/fixtures');
const database = await testDatabase();
let folder = '';
let file = '';
let media = '';
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

async function run(options: Partial<ImportSiteOptions> = {}, on: Database = database) {
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
const rows = () =>
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

test('a site goes in: statuses, locales, categories, people; what did not fit is reported', async () => {
  const { isWhole, said } = await run();
  expect(isWhole).toBe(false);
  const [first, second, ...rest] = await rows();
  expect(first).toMatchObject({ slug: 'the-cup', locale: 'en', status: 'published' });
  expect(second).toMatchObject({ slug: 'kubok', locale: 'ru', story: first?.story });
  expect(rest.map(({ source, status, category }) => [source, status, category])).toEqual([
    ['wordpress:old-example:13', 'draft', 'sport'],
    ['wordpress:old-example:14', 'draft', 'sport'],
    ['wordpress:old-example:15', 'scheduled', 'sport'],
    ['wordpress:old-example:16', 'in_review', 'society'],
  ]);
  const [cup, kubok] = await database.select().from(articles).orderBy(asc(articles.id)).limit(2);
  expect(cup && writeMarkdown(cup.body, () => 'p.jpg')).toBe(
    'It was **late**.\n\n![A boat](p.jpg "The boat")\n\nhttps://www.youtube.com/watch?v=abcdefghijk\n\n' +
      'Shared words.\n\nIt ends with ]]> and .\n',
  );
  expect(kubok && writeMarkdown(kubok.body, () => 'p.jpg')).toBe(
    'Первый абзац.\n\n![Лодка](p.jpg "Лодка у берега")\n\n![Boat](p.jpg "A boat, by hand")\n\n' +
      '[quay.jpg](https://www.old.example/wp-content/uploads/2020/01/quay.jpg)\n\n' +
      'https://t.me/channel/12\n\n\\[contact-form id="3"] осталась\n',
  );
  expect(cup).toMatchObject({
    imageAlt: 'Boat',
    imageCaption: 'A boat, by hand',
    seoTitle: 'Cup, late',
  });
  expect(await database.select({ names: authors.names }).from(authors)).toEqual([
    { names: { en: 'Mara Ilven' } },
    { names: { ru: 'Mara Ilven' } },
  ]);
  expect(await database.select({ slug: topics.slug }).from(topics)).toEqual(
    expect.arrayContaining([{ slug: 'cup-2020' }, { slug: 'football' }, { slug: 'local-news' }]),
  );
  const reported = (part: RegExp) => expect(said).toContainEqual(expect.stringMatching(part));
  reported(/^17 “Titre”: \(skipped\) its language is “fr”/);
  reported(/^11 “The cup.*\(kept\) <script> was left out/);
  reported(/^12 “Кубок”: \(kept\) The picture .*quay\.jpg is not among the media/);
  reported(/^12 “Кубок”: \(kept\) The shortcode \[contact-form id="3"\]/);
  reported(/^16 “Waiting”: \(kept\) The categories “Local news” became topics/);
  reported(/^19 “About us”: \(left out\)/);
  reported(/6 new, 0 changed, 0 unchanged, 1 faulty/);
});

test('a second run changes nothing; a changed post, a new picture or another category is seen', async () => {
  await run();
  const cursor = await latestLogId(database);
  expect((await run()).last).toContain('0 new, 0 changed, 6 unchanged');
  expect(await latestLogId(database)).toBe(cursor);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('It was <strong>late', 'It was <strong>early'),
  );
  expect((await run()).last).toContain('0 new, 1 changed, 5 unchanged');
  copyFileSync(join(media, 'uploads/2020/01/boat.jpg'), join(media, 'uploads/2020/01/quay.jpg'));
  expect((await run()).last).toContain('0 new, 1 changed, 5 unchanged');
  expect((await run({ category: 'world' })).last).toContain('0 new, 1 changed, 5 unchanged');
  expect((await rows()).map(({ slug }) => slug).slice(0, 2)).toEqual(['the-cup', 'kubok']);
});

test('an import that was ended begins where it stopped', async () => {
  const posts = Array.from(
    { length: 250 },
    (_, at) =>
      `<item><title>Post ${at}</title><content:encoded>Text ${at}</content:encoded><wp:post_id>${at + 1}</wp:post_id><wp:post_date_gmt>2020-01-01 00:00:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`,
  );
  writeFileSync(
    file,
    `<rss><channel><link>https://old.example</link>${posts.join('')}</channel></rss>`,
  );
  let batches = 0;
  const dying = new Proxy(database, {
    get: (target, name, receiver) => {
      if (name === 'transaction' && ++batches > 3) return () => Promise.reject(new Error('killed'));
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  await expect(run({}, dying)).rejects.toThrow('killed');
  const written = (await rows()).length;
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(250);
  expect((await run()).last).toContain(`${250 - written} new, 0 changed, ${written} unchanged`);
  const again = await database.select({ version: revisions.version }).from(revisions);
  expect(again.filter(({ version }) => version > 1)).toEqual([]);
  expect(again).toHaveLength(250);
});

test('the way from the old addresses is written, also for what was there before', async () => {
  const redirects = join(folder, 'redirects.csv');
  const map = [
    'from,to',
    '/2020/02/01/the-cup/,/en/post/the-cup',
    '/ru/2020/02/01/%d0%ba%d1%83%d0%b1%d0%be%d0%ba/,/ru/post/kubok',
    '',
  ].join('\n');
  await run({ redirects });
  expect(readFileSync(redirects, 'utf8')).toBe(map);
  rmSync(redirects);
  await run({ redirects });
  expect(readFileSync(redirects, 'utf8')).toBe(map);
});

test('a dry run says the same and writes nothing', async () => {
  const dry = await run({ dryRun: true, redirects: join(folder, 'none.csv') });
  expect(await rows()).toEqual([]);
  expect(() => readFileSync(join(folder, 'none.csv'))).toThrow('ENOENT');
  const real = await run();
  expect(dry.last).toBe(real.last?.replace('Imported', 'Would import'));
  const lines = (all: string[]) => all.filter((line) => line.includes(': ('));
  expect(lines(dry.said)).toEqual(lines(real.said));
});

test('without a category for the rest, they are named and skipped', async () => {
  const { said } = await run({ category: undefined });
  expect(said).toContainEqual(
    '16 “Waiting”: (skipped) its categories are none of ours: “Local news”; name one by --category',
  );
  await expect(run({ category: 'gossip' })).rejects.toMatchObject({ code: 'category' });
  await expect(run({ media: join(folder, 'none') })).rejects.toMatchObject({ code: 'file' });
});

test('a name and an address that the newsroom has stay', async () => {
  await database.insert(topics).values({ slug: 'cup-2020', names: { en: 'The Cup of 2020' } });
  await run();
  const [topic] = await database.select().from(topics).where(eq(topics.slug, 'cup-2020'));
  expect(topic?.names).toEqual({ en: 'The Cup of 2020' });
  await database.execute(sql`truncate stories restart identity cascade`);
  copyFileSync(join(FIXTURES, 'ghost.json'), join(folder, 'a.json'));
  await run({ file: join(folder, 'a.json') });
  await run();
  expect((await rows()).map(({ slug }) => slug)).toContain('draft');
});

test('a site of Ghost goes in, members’ posts as drafts', async () => {
  copyFileSync(join(FIXTURES, 'ghost.json'), join(folder, 'a.json'));
  mkdirSync(join(media, 'images/2021/05'), { recursive: true });
  copyFileSync(join(media, 'uploads/2020/01/boat.jpg'), join(media, 'images/2021/05/boat.jpg'));
  const { isWhole } = await run({ file: join(folder, 'a.json'), redirects: join(folder, 'r.csv') });
  expect(isWhole).toBe(true);
  expect((await rows()).map(({ slug, status, category }) => [slug, status, category])).toEqual([
    ['bread-salt', 'published', 'society'],
    ['members', 'draft', 'society'],
    ['draft', 'draft', 'society'],
  ]);
  const [bread] = await database.select().from(articles).orderBy(asc(articles.id)).limit(1);
  expect(bread?.imageId).toMatch(/^[0-9a-f]{32}$/);
  expect(readFileSync(join(folder, 'r.csv'), 'utf8')).toBe(
    'from,to\n/bread-salt/,/en/post/bread-salt\n',
  );
});

/** An export of those that lie beside this test. */
function fixture(name: string): string {
  const path = join(folder, name);
  copyFileSync(join(FIXTURES, name), path);
  return path;
}
const bodies = async () => {
  const all = await database.select().from(articles).orderBy(asc(articles.id));
  return all.map(({ body }) => writeMarkdown(body, () => 'p.jpg').trim());
};

test('a post of Ghost that was imported without its links gets them by another import', async () => {
  const ghost = fixture('ghost-links.json');
  await run({ file: ghost });
  const whole = await bodies();
  expect(whole[0]).toBe(
    'See [the report](https://example.org/report), [another story](/another/), [the end](#end) and ' +
      '[the desk](mailto:desk@example.org).\n\n[boat.jpg](/content/images/2026/11/boat.jpg)\n\nEnd.',
  );
  // As the release before left it: the hash is made with another number.
  await database.update(articles).set({ body: { type: 'doc', content: [] }, sourceHash: 'before' });
  expect((await run({ file: ghost })).last).toContain('0 new, 2 changed');
  expect(await bodies()).toEqual(whole);
});

test('sites that share a host do not share their stories', async () => {
  for (const [name, locale] of [
    ['ru', 'ru'],
    ['az', 'az'],
    ['sport-ru', 'ru'],
  ] as const)
    // prettier-ignore
    expect((await run({ file: fixture(`multisite-${name}.xml`), locale })).isWhole).toBe(true);
  const all = await rows();
  expect(all.map(({ slug }) => slug)).toEqual(['ceny-hleb', 'seki-muzeyi', 'sbornaya']);
  expect(new Set(all.map(({ story }) => story)).size).toBe(3);
});

test('what an earlier release put under the host alone keeps its story, and another site’s is left alone', async () => {
  const site = 'https://multi.example';
  await run({ file: fixture('multisite-ru.xml'), locale: 'ru', site });
  const [first] = await rows();
  expect(first?.story).toBe('multi-example-5');
  await run({ file: fixture('multisite-ru.xml'), locale: 'ru' });
  await run({ file: fixture('multisite-sport-ru.xml'), locale: 'ru' });
  expect((await rows()).map(({ slug, story }) => [slug, story])).toEqual([
    ['ceny-hleb', 'multi-example-5'],
    ['sbornaya', expect.stringMatching(/^multi-example-sport-[0-9a-f]{12}-5$/)],
  ]);
});

test('an article that came from elsewhere is written over only when that is asked for', async () => {
  await run({ file: fixture('multisite-ru.xml'), locale: 'ru' });
  await database.update(articles).set({ sourceName: null, headline: 'By hand' });
  const { isWhole, said, last } = await run({ file: fixture('multisite-ru.xml'), locale: 'ru' });
  expect(isWhole).toBe(false);
  expect(last).toContain('0 new, 0 changed, 0 unchanged, 1 faulty');
  expect(said.join()).toMatch(/was written in the newsroom; --overwrite writes over/);
  const [kept] = await database.select().from(articles);
  expect(kept?.headline).toBe('By hand');
  const asked = { file: fixture('multisite-ru.xml'), locale: 'ru', overwrite: true } as const;
  expect((await run(asked)).isWhole).toBe(true);
  expect((await database.select().from(articles))[0]?.headline).toBe('Цены на хлеб выросли');
});

test('an export that does not say of which site it is is refused until that is named', async () => {
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/<link>https:\/\/www.old.example<\/link>/, ''),
  );
  await expect(run()).rejects.toMatchObject({ code: 'site' });
  await expect(run({ site: 'old' })).rejects.toMatchObject({ code: 'site' });
  expect((await run({ site: 'https://www.old.example' })).last).toContain('6 new');
  const ghost = join(folder, 'numbered.json');
  writeFileSync(
    ghost,
    '{"data":{"posts":[{"id":1,"title":"A","html":"<p>a</p>","status":"published"}]}}',
  );
  await expect(run({ file: ghost })).rejects.toMatchObject({ code: 'site' });
  await run({ file: ghost, site: 'https://g.example' });
  expect((await rows()).at(-1)).toMatchObject({ source: 'ghost:g-example:1' });
});

test('a file that was saved from a browser’s view of it goes in', async () => {
  const saved = await run({ file: fixture('wxr-saved-from-browser.xml') });
  expect(saved.isWhole).toBe(true);
  expect(saved.last).toContain('1 new');
  expect((await rows()).at(-1)).toMatchObject({ slug: 'saved', status: 'published' });
});

test('a source of which nothing goes in is a failure that says why', async () => {
  const empty = '<rss><channel><link>https://e.example</link></channel></rss>';
  writeFileSync(file, empty);
  const none = await run();
  expect(none.isWhole).toBe(false);
  expect(none.said.join()).toContain('it holds no posts');
  const post = '<item><title>A</title><wp:post_type>post</wp:post_type></item>';
  writeFileSync(file, empty.replace('</channel>', `${post}</channel>`));
  const unread = await run({ verbose: false });
  expect(unread.isWhole).toBe(false);
  expect(unread.said.join()).toMatch(
    /it holds 1 posts, and none.*Left out: 1 posts with the status/s,
  );
});

test('a report is one line a kind with its count, and every line stands in a file', async () => {
  const posts = ['1', '2', '3'].map(
    (id) =>
      `<item><title>Post ${id}</title><content:encoded><![CDATA[Text<script>${id}</script>]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="a${id}">A${id}</category></item>`,
  );
  writeFileSync(
    file,
    `<rss><channel><link>https://old.example</link>${posts.join('')}</channel></rss>`,
  );
  const report = join(folder, 'report.txt');
  const { said } = await run({ verbose: false, report });
  expect(said).toEqual([
    '3 × (kept) The categories … became topics. (first 1 “Post 1”)',
    '3 × (kept) It was put into the category …. (first 1 “Post 1”)',
    expect.stringContaining('3 × (kept) <…> was left out. (first 1 “Post 1”)'),
    expect.stringContaining('3 × (kept) It had no date'),
    expect.stringContaining(`every line of it (12) stands in ${report}.`),
    expect.stringContaining('3 new'),
  ]);
  expect(readFileSync(report, 'utf8').split('\n')).toHaveLength(13);
  expect(readFileSync(report, 'utf8')).toContain(
    '2 “Post 2”: (kept) The categories “A2” became topics.',
  );
});
