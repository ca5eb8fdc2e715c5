import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { fixedClock } from '../../clock.ts';
import type { WrittenFrontMatter } from '../../content/front-matter/front-matter.ts';
import { authors } from '../../db/schema/people.ts';
import { testDatabase } from '../../db/testing.ts';
import type { Locale } from '../../i18n/locales.ts';
import { importArticles } from '../../newsroom/import/import-articles.ts';
import { someArticle } from '../../newsroom/testing.ts';
import { categoryLocales, getCategory, listAuthor, listCategory, listTopic } from './lists.ts';
import { listSitemapLists } from './sitemap.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };

const write = (...fields: (Partial<WrittenFrontMatter> & { text?: string })[]) =>
  importArticles(database, fields.map(someArticle), []);

test('a list has its pages and no others', async () => {
  await write(
    ...Array.from({ length: 25 }, (_, n) => ({
      publishedAt: new Date(Date.UTC(2026, 10, 1, n)).toISOString(),
    })),
  );
  const [first, third] = [
    await listCategory('en', 'analytics', 1, {}, from),
    await listCategory('en', 'analytics', 3, {}, from),
  ];
  expect(first).toMatchObject({ page: 1, pageCount: 3, total: 25 });
  expect(third?.articles).toHaveLength(1);
  for (const page of [0, -1, 4, 1.5, 1e9, Number.NaN]) {
    expect(await listCategory('en', 'analytics', page, {}, from)).toBeNull();
  }
  expect(await listCategory('en', 'gossip', 1, {}, from)).toBeNull();
  expect(await getCategory('az', 'analytics', from)).toMatchObject({ name: 'Analitika' });
  const without = await listCategory(
    'en',
    'analytics',
    1,
    { excludeArticleId: first?.articles[0]?.id },
    from,
  );
  expect(without?.total).toBe(24);
});

test('a list is indexable with two articles, or with one and a biography', async () => {
  const story = (n: number, locale: Locale, topic: string, author: string) => ({
    story: `thin-${n}`,
    slug: `thin-${n}-${locale}`,
    locale,
    topics: [topic],
    authors: [author],
  });
  await write(
    story(1, 'en', 'single', 'silent'),
    story(2, 'en', 'twice', 'speaking'),
    story(3, 'en', 'twice', 'other'),
    story(2, 'ru', 'twice', 'speaking'),
  );
  await database
    .update(authors)
    .set({ biographies: { en: 'Writes of ships.' } })
    .where(eq(authors.slug, 'speaking'));
  const topic = async (slug: string) => (await listTopic('en', slug, 1, from))?.locales;
  const author = async (slug: string) => (await listAuthor('en', slug, 1, from))?.locales;
  expect(await topic('single')).toEqual({ readable: ['en'], findable: [] });
  expect(await topic('twice')).toEqual({ readable: ['en', 'ru'], findable: ['en'] });
  expect(await author('silent')).toEqual({ readable: ['en'], findable: [] });
  expect((await author('speaking'))?.findable).toEqual(['en']);
  const lists = await listSitemapLists('en', from);
  expect(lists.topics).toEqual(['twice']);
  expect(lists.authors).toEqual(['speaking']);
});

test('a category is for search engines where it has a story, and nowhere else', async () => {
  await write({ story: 'a', category: 'sport' });
  expect(await categoryLocales('sport', from)).toEqual({ readable: ['en'], findable: ['en'] });
  expect(await categoryLocales('world', from)).toEqual({ readable: [], findable: [] });
  expect((await listSitemapLists('en', from)).categories).toEqual(['sport']);
});
