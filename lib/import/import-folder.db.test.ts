import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { latestLogId, readLogAfter } from '../events/log.ts';
import { articles } from '../db/schema/articles.ts';
import { exportFolder } from '../cli/export.ts';
import { importFolder } from './import-folder.ts';
import { database, folder, head, put, run, exported } from './testing.ts';

test('a second import of the same folder changes nothing and appends no event', async () => {
  put('a.en.md', `${head({ image: '{ src: images/a.jpg, alt: A }' })}\nText.\n`);
  expect((await run()).said).toEqual([
    expect.stringContaining('1 new, 0 changed, 0 unchanged, 0 faulty'),
  ]);
  const cursor = await latestLogId(database);
  expect((await run()).said).toEqual([expect.stringContaining('0 new, 0 changed, 1 unchanged')]);
  expect(await latestLogId(database)).toBe(cursor);
});

test('a change of the text or of a picture is seen, and an event names the pages', async () => {
  put('a.en.md', `${head({ image: '{ src: images/a.jpg, alt: A }' })}\nText.\n`);
  await run();
  const cursor = await latestLogId(database);
  await sharp({ create: { width: 640, height: 400, channels: 3, background: '#775533' } })
    .jpeg()
    .toFile(join(folder, 'images', 'a.jpg'));
  expect((await run()).said[0]).toContain('1 changed');
  const [row] = await readLogAfter(database, cursor, 10);
  expect(row?.tags).toEqual(
    expect.arrayContaining(['article:1', 'slug:en:cup-final', 'front:en', 'category:en:sport']),
  );
});

test('a faulty file is reported with its line and reason, and the rest is imported', async () => {
  put('a.en.md', `${head({})}\nText.\n`);
  put('b.en.md', `${head({ story: 'b', category: 'gossip' })}\nText.\n`);
  put('c.en.md', `${head({ story: 'c', image: '{ src: ../../etc/passwd }' })}\nText.\n`);
  put('d.en.md', `${head({})}\nThe same story again.\n`);
  put('e.en.md', `${head({ story: 'e', image: '{ src: images/broken.jpg }' })}\nText.\n`);
  writeFileSync(join(folder, 'images', 'broken.jpg'), 'no picture');
  const { isWhole, said } = await run();
  expect(isWhole).toBe(false);
  expect(said).toEqual([
    expect.stringMatching(/b\.en\.md:4: .*gossip.*not one of analytics/),
    expect.stringMatching(/c\.en\.md:7: .*no such file in the folder/),
    expect.stringMatching(/d\.en\.md:1: .*a\.en\.md already is the story a in en/),
    expect.stringMatching(/e\.en\.md:7: .*no JPEG/),
    expect.stringContaining('1 new, 0 changed, 0 unchanged, 4 faulty'),
  ]);
});

test('a dry run writes nothing', async () => {
  put('a.en.md', `${head({})}\nText.\n`);
  expect((await run(true)).said[0]).toContain('Would import');
  expect((await run()).said[0]).toContain('1 new');
});

test('two stories of one headline get addresses of their own', async () => {
  put('a.en.md', `${head({})}\nText.\n`);
  put('b.en.md', `${head({ story: 'b' })}\nText.\n`);
  put('c.en.md', `${head({ story: 'c', slug: 'cup-final' })}\nText.\n`);
  const { said } = await run();
  expect(said[0]).toMatch(/c\.en\.md.*the slug “cup-final” belongs to another article/);
  await exportFolder({ database, folder: join(folder, 'out'), say: () => {} });
  expect(readFileSync(join(folder, 'out', 'b.en.md'), 'utf8')).toContain('slug: cup-final-2');
});

test('authors and topics keep their written names, and are found by name or slug', async () => {
  put('a.en.md', `${head({ authors: '[Caliber.Az, Mara Ilven]', topics: '[Armenia, CSTO, 2024]' })}\nText.\n`); // prettier-ignore
  put('b.en.md', `${head({ story: 'b', authors: '[caliber-az, mara ilven]', topics: '[csto]' })}\nText.\n`); // prettier-ignore
  writeFileSync(join(folder, 'authors.yaml'), 'mara: { names: { en: Mara Ilven } }\n');
  expect((await run()).said).toEqual([expect.stringContaining('2 new')]);
  const [one, other] = [await exported('a.en.md'), await exported('b.en.md')];
  expect(one).toMatch(/authors:\n  - caliber-az\n  - mara\n/);
  expect(one).toMatch(/topics:\n  - armenia\n  - csto\n  - "?2024"?\n/);
  expect(other).toMatch(/authors:\n  - caliber-az\n  - mara\n/);
  expect(await exported('authors.yaml')).toContain('en: Caliber.Az');
  expect(await exported('topics.yaml')).toMatch(/en: CSTO[\s\S]*|en: Armenia/);
});

test('a name made from a slug is replaced by a written one', async () => {
  put('a.en.md', `${head({ topics: '[nato]' })}\nText.\n`);
  await run();
  expect(await exported('topics.yaml')).toContain('en: Nato');
  put('b.en.md', `${head({ story: 'b', topics: '[NATO]' })}\nText.\n`);
  await run();
  expect(await exported('topics.yaml')).toContain('en: NATO');
});

test('an article without a date is a draft, and an update time in the future is ignored', async () => {
  put('a.en.md', `${head({}).replace(/publishedAt.*\n/, '')}\nText.\n`);
  put('b.en.md', `${head({ story: 'b', updatedAt: '2999-01-01T00:00:00Z' })}\nText.\n`);
  put('c.en.md', `${head({ story: 'c', publishedAt: '2026-02-30T10:00:00+04:00' })}\nText.\n`);
  put('d.en.md', `${head({ story: 'd', corrections: '[{ at: 2999-01-01T00:00:00Z, text: A }]' })}\nText.\n`); // prettier-ignore
  expect((await run()).said).toEqual([
    expect.stringMatching(/a\.en\.md:1: \(kept\) it has no date: it became a draft/),
    expect.stringMatching(/b\.en\.md:1: \(kept\) updatedAt is in the future: it was left out/),
    expect.stringMatching(/c\.en\.md:6: \(skipped\) publishedAt is “2026-02-30.*in no calendar/),
    expect.stringMatching(/d\.en\.md:7: \(skipped\) a correction of 2999.*in the future/),
    expect.stringContaining('2 new, 0 changed, 0 unchanged, 2 faulty'),
  ]);
  expect(await exported('a.en.md')).toMatch(/status: draft/);
  expect(await exported('a.en.md')).not.toMatch(/publishedAt/);
  expect(await exported('b.en.md')).not.toMatch(/updatedAt/);
});

test('a folder without Markdown is a failure with a message', async () => {
  const { isWhole, said } = await run();
  expect(isWhole).toBe(false);
  expect(said.join()).toContain('contains no Markdown file');
});

test('a folder overwrites articles from another source only with --overwrite', async () => {
  put('a.en.md', `${head({})}\nText.\n`);
  await run();
  await database.update(articles).set({ sourceName: 'wordpress:old-example:1' });
  const { isWhole, said } = await run();
  expect(isWhole).toBe(false);
  expect(said[0]).toContain('came from the site old-example (wordpress); --overwrite writes over');
  const asked = { database, folder, dryRun: false, overwrite: true, say: () => {} };
  expect(await importFolder(asked)).toBe(true);
});
