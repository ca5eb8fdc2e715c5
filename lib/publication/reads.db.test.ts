import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { fixedClock } from '../clock.ts';
import type { WrittenFrontMatter } from '../content/front-matter/front-matter.ts';
import { articles } from '../db/schema/articles.ts';
import { testDatabase } from '../db/testing.ts';
import { importArticles } from '../newsroom/import/import-articles.ts';
import { someArticle } from '../newsroom/testing.ts';
import { getFront } from './front.ts';
import { getArticle } from './get-article.ts';
import { getCard } from './get-card.ts';
import { isArticleVisible } from './is-visible.ts';
import { listAuthor, listCategory, listTopic } from './lists/lists.ts';
import { getMostRead } from './lists/most-read.ts';
import { readNavigation } from './navigation.ts';
import { searchArticles } from './search/search.ts';
import { suggest } from './search/suggest.ts';

const database = await testDatabase();
const NOW = '2026-11-24T06:00:00Z';
const clock = fixedClock(new Date(NOW));
const from = { database, clock };

const write = (...fields: (Partial<WrittenFrontMatter> & { text?: string })[]) =>
  importArticles(database, fields.map(someArticle), []);

const asked = (text: string) =>
  ({ text, category: null, period: 'any', order: 'relevance', page: 1 }) as const;

test('nothing of an article that is not for readers is in any read', async () => {
  const canary = 'quillwort';
  const hidden = {
    headline: `The ${canary} affair`,
    text: `About ${canary}.`,
    authors: ['ana-vell'],
    topics: ['coast'],
    views: 900,
  };
  await write(
    { ...hidden, story: 'a', status: 'draft' },
    { ...hidden, story: 'b', status: 'in_review' },
    { ...hidden, story: 'c', status: 'scheduled', publishedAt: '2026-11-24T07:00:00Z' },
    { ...hidden, story: 'd', status: 'withdrawn' },
    { ...hidden, story: 'e', publishedAt: '2026-11-24T06:00:01Z' },
    { ...hidden, story: 'f', embargoUntil: '2026-11-24T06:00:01Z' },
    { story: 'open', headline: 'A ferry', authors: ['ana-vell'], topics: ['coast'] },
    { story: 'd', locale: 'ru', headline: 'Паром' },
  );
  const reads = await Promise.all([
    getFront('en', from),
    listCategory('en', 'analytics', 1, {}, from),
    listAuthor('en', 'ana-vell', 1, from),
    listTopic('en', 'coast', 1, from),
    getMostRead('en', 'week', from),
    searchArticles('en', asked(canary), from),
    suggest('en', canary, from),
    getArticle('ru', 'parom', from),
    ...[1, 2, 3, 4, 5, 6, 7].map((id) => getCard(id, from)),
    ...[1, 2, 3, 4, 5, 6].map((id) => isArticleVisible(id, from)),
  ]);
  const text = JSON.stringify(reads);
  expect(text.replaceAll(`"query":"${canary}"`, '')).not.toContain(canary);
  expect(text).toContain('A ferry');
  expect(reads.slice(-6)).toEqual([false, false, false, false, false, false]);
});

test('an address leads to its article, a redirect, a withdrawal or nothing', async () => {
  await write(
    { story: 'a', slug: 'first' },
    { story: 'b', slug: 'gone', status: 'withdrawn' },
    { story: 'b', locale: 'ru', slug: 'tut' },
    { story: 'b', locale: 'az', slug: 'hele-yox', status: 'draft' },
    { story: 'c', slug: 'draft', status: 'draft' },
  );
  await write({ story: 'a', slug: 'second' });
  expect(await getArticle('en', 'second', from)).toMatchObject({
    kind: 'article',
    article: { slug: 'second' },
  });
  expect(await getArticle('en', 'first', from)).toEqual({ kind: 'moved', slug: 'second' });
  expect(await getArticle('en', 'gone', from)).toEqual({
    kind: 'withdrawn',
    translations: [{ locale: 'ru', slug: 'tut' }],
  });
  expect(await getArticle('en', 'draft', from)).toEqual({ kind: 'missing' });
  expect(await getArticle('ru', 'second', from)).toEqual({ kind: 'missing' });
});

test('an article has its translations and its authors', async () => {
  await write(
    {
      story: 'a',
      authors: ['ana-vell', 'orin-dassel'],
      topics: ['coast'],
      corrections: [{ at: '2026-11-21T00:00:00Z', text: 'Two, not three.' }],
    },
    { story: 'a', locale: 'hy', headline: 'Լաստ' },
    { story: 'a', locale: 'az', headline: 'Bərə', status: 'draft' },
  );
  const answer = await getArticle('en', 'headline-of-a', from);
  expect(answer).toMatchObject({
    article: {
      authors: [{ slug: 'ana-vell', name: 'Ana Vell' }, { slug: 'orin-dassel' }],
      topics: [{ slug: 'coast' }],
      corrections: [{ text: 'Two, not three.' }],
      translations: [{ locale: 'en' }, { locale: 'hy' }],
    },
  });
});

test('a language is offered the categories that have something to read in it, and no other', async () => {
  const offered = async () => (await readNavigation('hy', from)).map(({ slug }) => slug);
  const later = '2026-11-24T06:00:01Z';
  await database.delete(articles).where(eq(articles.locale, 'hy'));
  await write(
    { story: 'nav-1', slug: 'nav-1', category: 'sport', locale: 'hy', status: 'draft' },
    { story: 'nav-2', slug: 'nav-2', category: 'sport', locale: 'hy', publishedAt: later },
    { story: 'nav-3', slug: 'nav-3', category: 'sport', locale: 'ru' },
    { story: 'nav-4', slug: 'nav-4', category: 'analytics', locale: 'hy' },
  );
  expect(await offered()).toEqual(['analytics']);
  await write({ story: 'nav-5', slug: 'nav-5', category: 'sport', locale: 'hy' });
  expect(await offered()).toEqual(['analytics', 'sport']);
});
