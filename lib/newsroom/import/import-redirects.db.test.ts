import { expect, test } from 'vitest';
import { fixedClock } from '../../clock.ts';
import { readRedirects } from '../../import/redirects.ts';
import { latestLogId, readLogAfter } from '../../events/log.ts';
import { testDatabase } from '../../db/testing.ts';
import { findRedirect } from '../../publication/redirects.ts';
import { importArticles } from './import-articles.ts';
import { importRedirects } from './import-redirects.ts';
import { someArticle } from '../testing.ts';

const database = await testDatabase();
const from = { database, clock: fixedClock(new Date('2026-11-24T06:00:00Z')) };
const put = (csv: string) => importRedirects(database, readRedirects(csv).lines);
const reasons = async (csv: string) => {
  const outcome = await put(csv);
  return outcome.ok ? [] : outcome.refusal.map(({ line, reason }) => `${line}: ${reason}`);
};

test('an old address leads on from each of its spellings, a listed query before none', async () => {
  await put(
    'from,to\n/News/Паром/,/ru/post/parom\n/?p=12,/en/post/ferry\n/a,/en\n/a?id=1,/en/about',
  );
  const seen = [];
  for (const address of [
    '/news//%D0%9F%D0%B0%D1%80%D0%BE%D0%BC?utm=x',
    '/?p=12',
    '/?p=13',
    '/a?id=1',
    '/A/?id=2',
  ])
    seen.push(await findRedirect(address, from));
  expect(seen).toEqual(['/ru/post/parom', '/en/post/ferry', null, '/en/about', '/en']);
  expect(await findRedirect('/%00', from)).toBeNull();
});

test('a query string on an old address does not prevent its redirect', async () => {
  await put('/index.php?id=5&lang=ru,/ru\n/index.php?id=5,/en\n/?p=12,/en/about');
  const seen = [];
  for (const address of [
    '/index.php?id=5&lang=ru&fbclid=x',
    '/index.php?utm_source=a&id=5&yclid=2',
    '/index.php?id=5&page=2&lang=ru',
    '/?p=12&gclid=x',
    '/index.php?id=6&fbclid=x',
  ])
    seen.push(await findRedirect(address, from));
  expect(seen).toEqual(['/ru', '/en', '/ru', '/en/about', null]);
});

test('each import appends an event, and a second one replaces what it names', async () => {
  const cursor = await latestLogId(database);
  await put('/a,/en');
  await put('/a,/ru');
  expect(await findRedirect('/a', from)).toBe('/ru');
  expect((await readLogAfter(database, cursor, 10)).map(({ event }) => event)).toEqual([
    { type: 'redirects.imported', count: 1 },
    { type: 'redirects.imported', count: 1 },
  ]);
});

test('loops, chains and two answers to one address are refused by line, and nothing is written', async () => {
  await put('/kept,/en\n/old,/en/post/x');
  expect(await reasons('/a,/a/')).toEqual(['1: /a leads to itself']);
  expect(await reasons('/a,/b\n/b,/a')).toEqual([
    '1: lines 1 and 2 are a loop',
    '2: lines 2 and 1 are a loop',
  ]);
  expect(await reasons('/a,/b\n/c,/en\n/b,/ru')).toEqual([
    '1: /b is redirected by line 3: write /ru',
  ]);
  expect(await reasons('/a,/b\n/b,/c\n/c,/a')).toHaveLength(3);
  expect(await reasons('/a,/kept')).toEqual(['1: /kept is redirected already: write /en']);
  expect(await reasons('/en/post/x,/en/post/y')).toEqual([
    expect.stringContaining('1: /old, imported before, leads to /en/post/x'),
  ]);
  expect(await reasons('/d,/en\n/D/,/ru')).toEqual(['2: line 1 already sends /d elsewhere']);
  expect(await findRedirect('/a', from)).toBeNull();
});

test('a story that has moved since is named by its present slug: one hop', async () => {
  for (const slug of ['one', 'two', 'three', 'four'])
    await importArticles(database, [someArticle({ story: 'a', slug })], []);
  await put('/node/7,/en/post/two');
  expect(await findRedirect('/node/7', from)).toBe('/en/post/four');
});
