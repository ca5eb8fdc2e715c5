import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { fixedClock } from '../clock.ts';
import type { WrittenFrontMatter } from '../content/front-matter/front-matter.ts';
import { articles } from '../db/schema/articles.ts';
import { authors } from '../db/schema/people.ts';
import { testDatabase } from '../db/testing.ts';
import type { Locale } from '../i18n/locales.ts';
import { importArticles } from '../newsroom/import/import-articles.ts';
import { someArticle } from '../newsroom/testing.ts';
import { getFront } from './front.ts';
import { getArticle } from './get-article.ts';
import { getCard } from './get-card.ts';
import { isArticleVisible } from './is-visible.ts';
import {
  categoryLocales,
  getCategory,
  listAuthor,
  listCategory,
  listTopic,
} from './lists/lists.ts';
import { getMostRead } from './lists/most-read.ts';
import { readNavigation } from './navigation.ts';
import { searchArticles } from './search/search.ts';
import { listSitemapLists } from './lists/sitemap.ts';
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

test('an address answers its article, its new place, its withdrawal or nothing', async () => {
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

test.each([
  ['en', 'The harbour was dredged', 'dredging harbours'],
  ['ru', 'Краны ждут судов', 'кран суда'],
  ['ru', 'Чёрный ящик', 'черный'],
  ['hy', 'Ինչո՞ւ են սպասում նավերը', 'ինչու սպասում'],
  ['az', 'İşıqlı gecə', 'işıqlı'],
  ['az', 'Limanlarda növbə', 'limanların'],
  ['en', 'Quorumless: zara\u00adthus\u00adtrian council', 'zarathustrian'],
  ['en', 'Erdoğan and Šefčovič meet in Łódź', 'erdogan'],
  ['en', 'Erdoğan and Šefčovič meet in Łódź', 'Łódź sefcovic'],
  ['en', 'The Curaçao œuvre', 'oeuvre'],
  ['en', 'A plain oeuvre', 'œuvre'],
  ['az', 'Yeni məktəb açıldı', 'mekteb'],
  ['az', 'FIFA və INTERPOL görüşdü', 'fifa'],
  ['az', 'FIFA və INTERPOL görüşdü', 'Interpol'],
  ['az', 'İRAN İSTANBULDA DANIŞIQ APARIR', 'İstanbul'],
  ['az', 'Məs’ul şəxs', 'məsul'],
  ['hy', 'ԵՐԵՎԱՆ, ՏՈՆԻ ՕՐԸ', 'Երևան'],
  ['hy', 'Երեւանում տոն է', 'ԵՐԵՎԱՆ'],
  ['ru', 'Съезд зоро\u00adастрий\u00adцев', 'зороастрийцев'],
  ['ru', 'Mocква решает', 'москва'],
] as const)('in %s “%s” is found by “%s”', async (locale, headline, question) => {
  await write({ story: 'a', locale, headline }, { story: 'b', locale, headline: 'Xyz' });
  const answer = await searchArticles(locale, asked(question), from);
  expect(answer.hits.map((hit) => hit.article.headline)).toEqual([headline]);
  expect(answer.hits[0]?.headline.some((piece) => piece.marked)).toBe(true);
});

test('a search that finds nothing proposes the nearest spelling', async () => {
  await write({ headline: 'The lighthouse keeper' });
  expect(await searchArticles('en', asked('lighthuose'), from)).toMatchObject({
    total: 0,
    spelling: 'lighthouse',
  });
});

test('a spelling is proposed with the diacritics that headlines write', async () => {
  await write({ locale: 'az', headline: 'Kitabxana açıldı' });
  await write({ locale: 'az', headline: 'Şəhərdə FIFA turniri' });
  expect(await searchArticles('az', asked('kitapxana'), from)).toMatchObject({
    spelling: 'kitabxana',
  });
  expect(await searchArticles('az', asked('sehrede fifa turniri'), from)).toMatchObject({
    spelling: 'şəhərdə FIFA turniri',
  });
});

test('no question fails or takes long', async () => {
  await write({ headline: 'One' });
  const questions = [
    '',
    ' ',
    '\u0000\u0001',
    "'; drop table articles; --",
    '%',
    '_',
    '\\',
    '((((',
    '!!&|<->',
    'a:*',
    '😀'.repeat(200),
    'x'.repeat(10_000),
    'word '.repeat(500),
    'Ա'.repeat(300),
  ];
  for (const question of questions) {
    const answer = await searchArticles('en', asked(question), from);
    expect(answer.query.length).toBeLessThanOrEqual(200);
    expect(await suggest('en', question, from)).toEqual([]);
  }
});

test('a list is for search engines once it says two things, of which its own words are one', async () => {
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

const suggested = async (locale: 'en' | 'ru' | 'az', text: string) =>
  (await suggest(locale, text, from)).map(({ headline }) => headline);

test('a word that the search finds nothing by is not suggested by either', async () => {
  await write({ story: 'a', headline: 'The ferry at the quay' });
  expect(await suggested('en', 'the')).toEqual([]);
  expect(await suggested('en', 'the fer')).toEqual(['The ferry at the quay']);
});

test('a headline is suggested by its words in another form', async () => {
  await write(
    { story: 'a', locale: 'ru', headline: 'Последний паром на Веск' },
    { story: 'b', locale: 'az', headline: 'Liman genişlənir' },
  );
  expect(await suggested('ru', 'парома')).toEqual(['Последний паром на Веск']);
  expect(await suggested('ru', 'паромы веска')).toEqual(['Последний паром на Веск']);
  expect(await suggested('az', 'genişlənən')).toEqual(['Liman genişlənir']);
  expect(await suggested('az', 'limanın')).toEqual(['Liman genişlənir']);
});

test('a headline is suggested from inside a word, and by words that are not finished', async () => {
  await write({ story: 'a', headline: 'Port Selme is dredging a channel' });
  for (const typed of ['dredgi', 'elme', 'selme dre', 'dredging chan'])
    expect(await suggested('en', typed), typed).toEqual(['Port Selme is dredging a channel']);
  expect(await suggested('en', 'dredging ferry')).toEqual([]);
});

test('a word without its ending is not looked for inside other words', async () => {
  await write({ story: 'a', headline: 'Five hundred years of weather' });
  expect(await suggested('en', 'dredg')).toEqual([]);
  expect(await suggested('en', 'undred')).toEqual(['Five hundred years of weather']);
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
