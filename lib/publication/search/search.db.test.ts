import { expect, test } from 'vitest';
import { fixedClock } from '../../clock.ts';
import type { WrittenFrontMatter } from '../../content/front-matter/front-matter.ts';
import { testDatabase } from '../../db/testing.ts';
import { importArticles } from '../../newsroom/import/import-articles.ts';
import { someArticle } from '../../newsroom/testing.ts';
import { searchArticles } from './search.ts';
import { suggest } from './suggest.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };

const write = (...fields: (Partial<WrittenFrontMatter> & { text?: string })[]) =>
  importArticles(database, fields.map(someArticle), []);

const asked = (text: string) =>
  ({ text, category: null, period: 'any', order: 'relevance', page: 1 }) as const;

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

test('no search query fails or takes long', async () => {
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
