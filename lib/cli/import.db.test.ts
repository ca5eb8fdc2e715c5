import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { latestOutboxId, readOutboxAfter } from '../db/outbox.ts';
import { connectTo } from '../db/client.ts';
import { testDatabase, testDatabaseUrl } from '../db/testing.ts';
import { exportFolder } from './export.ts';
import { importFolder } from './import.ts';

const work = mkdtempSync(join(tmpdir(), 'caliber-import-'));
vi.hoisted(() => {
  process.env['DATA_DIR'] = `/tmp/caliber-import-data-${process.pid}`;
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
  rmSync(process.env['DATA_DIR'] ?? '', { recursive: true, force: true });
});

const database = await testDatabase();
let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(work, 'folder-'));
  mkdirSync(join(folder, 'images'));
  const picture = sharp({
    create: { width: 600, height: 400, channels: 3, background: '#335577' },
  });
  await picture.jpeg().toFile(join(folder, 'images', 'a.jpg'));
});

const head = (fields: Record<string, string>) =>
  `---\n${Object.entries({
    story: 'a',
    locale: 'en',
    category: 'sport',
    headline: '"Cup & “final”"',
    publishedAt: '2026-11-20T09:15:00+04:00',
    ...fields,
  })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n---\n`;
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
async function run(dryRun = false) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const isWhole = await importFolder({ database, folder, dryRun, say, complain: say });
  return { isWhole, said };
}

test('a second import of the same folder changes nothing and tells the outbox nothing', async () => {
  put('a.en.md', `${head({ image: '{ src: images/a.jpg, alt: A }' })}\nText.\n`);
  expect((await run()).said).toEqual([
    expect.stringContaining('1 new, 0 changed, 0 unchanged, 0 faulty'),
  ]);
  const cursor = await latestOutboxId(database);
  expect((await run()).said).toEqual([expect.stringContaining('0 new, 0 changed, 1 unchanged')]);
  expect(await latestOutboxId(database)).toBe(cursor);
});

test('a change of the text or of a picture is seen, and the outbox names the pages', async () => {
  put('a.en.md', `${head({ image: '{ src: images/a.jpg, alt: A }' })}\nText.\n`);
  await run();
  const cursor = await latestOutboxId(database);
  await sharp({ create: { width: 640, height: 400, channels: 3, background: '#775533' } })
    .jpeg()
    .toFile(join(folder, 'images', 'a.jpg'));
  expect((await run()).said[0]).toContain('1 changed');
  const [row] = await readOutboxAfter(database, cursor, 10);
  expect(row?.tags).toEqual(
    expect.arrayContaining(['article:1', 'slug:en:cup-final', 'front:en', 'category:en:sport']),
  );
});

test('a faulty file is named with its line and reason, and the rest goes in', async () => {
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
    expect.stringMatching(/d\.en\.md:1: .*a\.en\.md already tells a in en/),
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

/** A pool as the command line has it: a whole edition takes what a busy machine gives it. */
function patientDatabase() {
  const { database: own, close } = connectTo({ url: testDatabaseUrl }, { isPatient: true });
  onTestFinished(close);
  return own;
}

/** Makes every picture so small that cutting it costs next to nothing; each stays another than the rest. */
async function shrinkPictures(images: string) {
  for (const name of readdirSync(images)) {
    const path = join(images, name);
    writeFileSync(path, await sharp(readFileSync(path)).resize(220, 220).toBuffer());
  }
}

test('export, import, export gives the same bytes', async () => {
  const database = patientDatabase();
  cpSync('edition', folder, { recursive: true });
  await shrinkPictures(join(folder, 'images'));
  const complaints: string[] = [];
  const complain = (line: string) => void complaints.push(line);
  await importFolder({ database, folder, dryRun: false, say: () => {}, complain });
  expect(complaints).toEqual([]);
  const first = join(work, 'first');
  const second = join(work, 'second');
  await exportFolder({ database, folder: first, say: () => {} });
  await database.execute('truncate stories, authors, topics, images restart identity cascade');
  await importFolder({ database, folder: first, dryRun: false, say: () => {}, complain });
  expect(complaints).toEqual([]);
  await exportFolder({ database, folder: second, say: () => {} });
  const names = (path: string) => readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  expect(names(second)).toEqual(names(first));
  for (const name of names(first).filter((file) => file.includes('.'))) {
    expect([
      name,
      readFileSync(join(second, name)).equals(readFileSync(join(first, name))),
    ]).toEqual([name, true]);
  }
  // The time is for a machine that does much else: how fast an import is, the bench measures.
}, 600_000);
