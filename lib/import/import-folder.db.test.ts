import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { latestLogId, readLogAfter } from '../events/log.ts';
import { connectTo } from '../db/client.ts';
import { articles } from '../db/schema/articles.ts';
import { images } from '../db/schema/images.ts';
import { testDatabase, testDatabaseUrl } from '../db/testing.ts';
import { writeEdition } from '../../scripts/testing/edition/write-edition.ts';
import { systemClock } from '../clock.ts';
import { findRedirect } from '../publication/redirects.ts';
import { exportFolder } from '../cli/export.ts';
import { importFolder } from './import-folder.ts';

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

/** A pool as the command line has it: a whole edition takes what a busy machine gives it. */
function patientDatabase() {
  const { database: own, close } = connectTo({ url: testDatabaseUrl }, { isPatient: true });
  onTestFinished(close);
  return own;
}

test('export, import, export gives the same bytes', async () => {
  const database = patientDatabase();
  // Pictures so small that cutting them costs next to nothing.
  await writeEdition(folder, 320);
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

/** What an export writes of a story: what the portal knows of it. */
async function exported(name: string): Promise<string> {
  const out = mkdtempSync(join(work, 'out-'));
  await exportFolder({ database, folder: out, say: () => {} });
  return readFileSync(join(out, name), 'utf8');
}

test('authors and topics are named as people write them, and found again by name or slug', async () => {
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

test('a name that was made of a slug gives way to one that somebody wrote', async () => {
  put('a.en.md', `${head({ topics: '[nato]' })}\nText.\n`);
  await run();
  expect(await exported('topics.yaml')).toContain('en: Nato');
  put('b.en.md', `${head({ story: 'b', topics: '[NATO]' })}\nText.\n`);
  await run();
  expect(await exported('topics.yaml')).toContain('en: NATO');
});

test('files in the letters of Windows are read and said to be, what nobody can read is refused by name', async () => {
  const text = `${head({ locale: 'ru', headline: '"Ночь города"' })}\nПорт открыт для всех судов.\n`;
  const bytes = Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code < 0x80 ? code : code >= 0x410 ? code - 0x350 : 0x22;
  });
  writeFileSync(
    join(folder, 'a.ru.md'),
    bytes.map((byte) => (byte === 0x93 ? 0x22 : byte)),
  );
  writeFileSync(join(folder, 'b.ru.md'), Uint8Array.from([0x2d, 0xb2, 0xb3, 0x20, 0xd5, 0xd6]));
  const { said } = await run();
  expect(said).toEqual([
    expect.stringMatching(/a\.ru\.md:1: \(kept\) it was read as windows-1251/),
    expect.stringMatching(/b\.ru\.md:1: \(skipped\) it is not written in UTF-8/),
    expect.stringContaining('1 new, 0 changed, 0 unchanged, 1 faulty'),
  ]);
  expect(await exported('a.ru.md')).toContain('Порт открыт для всех судов.');
});

test('what has no date is a draft, and no change comes from the future', async () => {
  put('a.en.md', `${head({}).replace(/publishedAt.*\n/, '')}\nText.\n`);
  put('b.en.md', `${head({ story: 'b', updatedAt: '2999-01-01T00:00:00Z' })}\nText.\n`);
  put('c.en.md', `${head({ story: 'c', publishedAt: '2026-02-30T10:00:00+04:00' })}\nText.\n`);
  put('d.en.md', `${head({ story: 'd', corrections: '[{ at: 2999-01-01T00:00:00Z, text: A }]' })}\nText.\n`); // prettier-ignore
  expect((await run()).said).toEqual([
    expect.stringMatching(/a\.en\.md:1: \(kept\) it has no date: it became a draft/),
    expect.stringMatching(/b\.en\.md:1: \(kept\) updatedAt lies in the future: it was left out/),
    expect.stringMatching(/c\.en\.md:6: \(skipped\) publishedAt is “2026-02-30.*in no calendar/),
    expect.stringMatching(/d\.en\.md:7: \(skipped\) a correction of 2999.*in the future/),
    expect.stringContaining('2 new, 0 changed, 0 unchanged, 2 faulty'),
  ]);
  expect(await exported('a.en.md')).toMatch(/status: draft/);
  expect(await exported('a.en.md')).not.toMatch(/publishedAt/);
  expect(await exported('b.en.md')).not.toMatch(/updatedAt/);
});

test('pictures are found by the names that a Mac gives them, escaped, and beside the file', async () => {
  const picture = readFileSync(join(folder, 'images', 'a.jpg'));
  mkdirSync(join(folder, 'two'));
  writeFileSync(join(folder, 'images', 'Май.jpg'.normalize('NFD')), picture);
  writeFileSync(join(folder, 'images', 'a b, c+d@2x.jpg'), picture);
  writeFileSync(join(folder, 'two', 'cover.jpg'), picture);
  put('a.en.md', `${head({})}\n![x](images/Май.jpg)\n\n![x](images/a%20b%2C%20c%2Bd%402x.jpg)\n`);
  put(
    'two/index.en.md',
    `${head({ story: 'b' })}\n![x](cover.jpg)\n\n![x](../images/a.jpg?w=300)\n`,
  );
  expect((await run()).said).toEqual([expect.stringContaining('2 new, 0 changed')]);
  put('c.en.md', `${head({ story: 'c' })}\n![x](../../etc/hostname)\n`);
  put('d.en.md', `${head({ story: 'd' })}\n![x](..%2F..%2Fetc%2Fhostname)\n`);
  expect((await run()).said).toHaveLength(3);
});

test('files of Hugo and Jekyll are taken as they are, and the mapping is said once', async () => {
  const picture = readFileSync(join(folder, 'images', 'a.jpg'));
  for (const name of ['posts/ferry', '_posts', 'static/img'])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'posts/ferry/cover.jpg'), picture);
  writeFileSync(join(folder, 'static/img/b.jpg'), picture);
  put('posts/ferry/index.en.md', '---\ntitle: The ferry\ndate: 2026-11-20\ntags: [Sea, CSTO]\ncategories: [Sport]\nauthor: Lena Orel\naliases: [/old/ferry/, /2019/ferry.html]\nimage: cover.jpg\nweight: 3\n---\n\nText.\n\n{{< figure src="/img/b.jpg" caption="B" >}}\n'); // prettier-ignore
  put('posts/ferry/index.ru.md', '+++\ntitle = "Паром"\ndate = 2026-11-20T10:00:00+04:00\ntags = ["Море"]\ncategories = ["sport"]\ndraft = true\n+++\nТекст.\n'); // prettier-ignore
  put('_posts/2024-05-01-night-train.markdown', '---\nlayout: post\ntitle: "Night train"\ncategories: sport\ntags: rail night\n---\nText.\n'); // prettier-ignore
  put('posts/json.md', '{\n  "title": "In JSON",\n  "date": "2026-11-21 08:00:00 +0400",\n  "categories": ["gossip"]\n}\nText.\n'); // prettier-ignore
  put('posts/undated.md', '---\ntitle: Undated\n---\nText.\n');
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const options = { database, folder, dryRun: false, category: 'society', say, complain: say };
  expect(await importFolder(options)).toBe(true);
  expect(said.map((line) => line.replaceAll(folder, ''))).toEqual([
    expect.stringMatching(/posts\/undated\.md:1: \(kept\) it has no date: it became a draft/),
    expect.stringContaining('5 new, 0 changed, 0 unchanged, 0 faulty'),
    expect.stringMatching(/^5 with the front matter of Hugo or Jekyll: .*title → headline.*date → publishedAt.*Left out: .*weight \(1\)/), // prettier-ignore
  ]);
  const out = mkdtempSync(join(work, 'out-'));
  await exportFolder({ database, folder: out, say: () => {} });
  const names = readdirSync(out).filter((name) => name.endsWith('.md'));
  const all = new Map(names.map((name) => [name.replace(/^folder-\w+?-(?=posts|night|2024)/, ''), readFileSync(join(out, name), 'utf8')])); // prettier-ignore
  const textOf = (end: string) => [...all].find(([name]) => name.endsWith(end))?.[1] ?? '';
  expect(textOf('posts-ferry.en.md')).toMatch(/headline: The ferry[\s\S]*publishedAt: 2026-11-19T20:00:00.000Z[\s\S]*slug: ferry[\s\S]*- lena-orel[\s\S]*- sea\n  - csto[\s\S]*image:/); // prettier-ignore
  expect(textOf('posts-ferry.en.md')).toMatch(/!\[]\(images\/[^ ]+ "B"\)/);
  expect(textOf('posts-ferry.ru.md')).toMatch(/status: draft/);
  expect(textOf('night-train.en.md')).toMatch(/publishedAt: 2024-04-30T20:00:00.000Z[\s\S]*slug: night-train[\s\S]*- rail\n  - night/); // prettier-ignore
  expect(textOf('json.en.md')).toMatch(/category: society[\s\S]*publishedAt: 2026-11-21T04:00:00.000Z[\s\S]*- gossip/); // prettier-ignore
  const from = { database, clock: systemClock };
  expect(await findRedirect('/old/ferry', from)).toBe('/en/post/ferry');
  expect(await findRedirect('/2019/ferry.html?utm_source=x', from)).toBe('/en/post/ferry');
  said.length = 0;
  await importFolder(options);
  expect(said).toEqual([expect.stringContaining('0 new, 0 changed, 5 unchanged')]);
});

const mediaDir = () => join(process.env['DATA_DIR'] ?? '', 'media');

test('an import brings back pictures whose files were lost, though no article changed', async () => {
  put('a.en.md', `${head({ image: '{ src: images/a.jpg, alt: A }' })}\nText.\n`);
  await run();
  const [id = ''] = (await database.select({ id: images.id }).from(images)).map((row) => row.id);
  rmSync(join(mediaDir(), id, 'original.jpg'));
  expect((await run()).said).toEqual([
    'Brought back 1 of 1 lost pictures.',
    expect.stringContaining('0 new, 0 changed, 1 unchanged'),
  ]);
  rmSync(join(mediaDir(), id), { recursive: true });
  expect((await run()).said[0]).toBe('Brought back 1 of 1 lost pictures.');
  expect(readdirSync(join(mediaDir(), id))).toContain('original.jpg');
  expect((await run()).said).toHaveLength(1);
});

test('an export names a picture whose original is lost, and writes the rest', async () => {
  put('a.en.md', `${head({ image: '{ src: images/a.jpg, alt: A }' })}\nText.\n`);
  await run();
  const [id = ''] = (await database.select({ id: images.id }).from(images)).map((row) => row.id);
  await database.update(images).set({ sourceName: '..' });
  const out = join(folder, 'out');
  const complaints: string[] = [];
  const complain = (line: string) => void complaints.push(line);
  const write = () => exportFolder({ database, folder: out, say: () => {}, complain });
  expect(await write()).toBe(true);
  expect(readdirSync(join(out, 'images'))).toEqual([`${id}.jpg`]);
  rmSync(join(mediaDir(), id), { recursive: true });
  expect(await write()).toBe(false);
  expect(complaints[0]).toContain(`The original of the picture ${id} (..) is missing`);
  expect(readdirSync(out)).toContain('a.en.md');
});

test('a folder that holds no Markdown is a failure that says so', async () => {
  const { isWhole, said } = await run();
  expect(isWhole).toBe(false);
  expect(said.join()).toContain('holds no Markdown file');
});

test('a folder writes over what came from elsewhere only when that is asked for', async () => {
  put('a.en.md', `${head({})}\nText.\n`);
  await run();
  await database.update(articles).set({ sourceName: 'wordpress:old-example:1' });
  const { isWhole, said } = await run();
  expect(isWhole).toBe(false);
  expect(said[0]).toContain('came from the site old-example (wordpress); --overwrite writes over');
  const asked = { database, folder, dryRun: false, overwrite: true, say: () => {} };
  expect(await importFolder(asked)).toBe(true);
});
