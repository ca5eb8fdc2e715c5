import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articles } from '../../db/schema/articles.ts';
import { database, folder, file, run, rows, fixture } from './testing.ts';

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

test('a post from an import by an earlier release keeps its story, and another site’s post does not get it', async () => {
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

test('an article from another source is overwritten only with --overwrite', async () => {
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

test('an export without its site’s address is refused without --site', async () => {
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
