import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { findRedirect } from '../publication/redirects.ts';
import { exportFolder } from '../cli/export.ts';
import { importFolder } from './import-folder.ts';
import { work, database, folder, head, put, run, exported } from './testing.ts';

test('files in Windows encodings are read and reported, and unreadable ones are refused by name', async () => {
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

test('pictures are found by decomposed names as on macOS, by escaped names, and beside the file', async () => {
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

test('files of Hugo and Jekyll are imported unchanged, and the mapping is reported once', async () => {
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
