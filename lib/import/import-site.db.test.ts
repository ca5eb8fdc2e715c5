import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { writeMarkdown } from '../content/markdown/write.ts';
import { latestLogId } from '../events/log.ts';
import { articles, revisions } from '../db/schema/articles.ts';
import { authors, topics } from '../db/schema/people.ts';
import { FIXTURES, database, folder, file, media, run, rows, fixture } from './site/testing.ts';

test('a site is imported: statuses, locales, categories, people; unsupported content is reported', async () => {
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

test('an interrupted import continues where it stopped', async () => {
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

test('redirects from old addresses are written, also for unchanged posts', async () => {
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

test('a dry run reports the same and writes nothing', async () => {
  const dry = await run({ dryRun: true, redirects: join(folder, 'none.csv') });
  expect(await rows()).toEqual([]);
  expect(() => readFileSync(join(folder, 'none.csv'))).toThrow('ENOENT');
  const real = await run();
  expect(dry.last).toBe(real.last?.replace('Imported', 'Would import'));
  const lines = (all: string[]) => all.filter((line) => line.includes(': ('));
  expect(lines(dry.said)).toEqual(lines(real.said));
});

test('without --category, posts in unknown categories are reported and skipped', async () => {
  const { said } = await run({ category: undefined });
  expect(said).toContainEqual(
    '16 “Waiting”: (skipped) the portal has none of its categories: “Local news”; name one by --category',
  );
  await expect(run({ category: 'gossip' })).rejects.toMatchObject({ code: 'category' });
  await expect(run({ media: join(folder, 'none') })).rejects.toMatchObject({ code: 'file' });
});

test('a topic’s name and an article’s slug in the newsroom are kept', async () => {
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

test('an export saved from a browser’s view is imported', async () => {
  const saved = await run({ file: fixture('wxr-saved-from-browser.xml') });
  expect(saved.isWhole).toBe(true);
  expect(saved.last).toContain('1 new');
  expect((await rows()).at(-1)).toMatchObject({ slug: 'saved', status: 'published' });
});
