import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { writeMarkdown } from '../../content/markdown/write.ts';
import { articles } from '../../db/schema/articles.ts';
import { FIXTURES, database, folder, media, run, rows, fixture } from '../site/testing.ts';

const bodies = async () => {
  const all = await database.select().from(articles).orderBy(asc(articles.id));
  return all.map(({ body }) => writeMarkdown(body, () => 'p.jpg').trim());
};

test('a Ghost site is imported, members’ posts as drafts', async () => {
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
