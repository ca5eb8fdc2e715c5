import { expect, test } from 'vitest';
import { cacheBefore, dataOf, pageWithData } from './testing.ts';

/** A page of these data. */
const before = (data: string) =>
  cacheBefore((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(pageWithData(data));
  });

test('the hydration data of a page is kept under its own hash', async () => {
  const { pageCache, read } = await before('one');
  const data = dataOf(await (await read('/en')).text());
  expect(await (await read(data)).text()).toContain('push([0,"one"])');
  expect(pageCache.counts.renders).toBe(1);
});

test('hydration data that was pushed out of memory is made again with its page', async () => {
  const { pageCache, read } = await before('one');
  const data = dataOf(await (await read('/en')).text());
  pageCache.memory.delete(data.split('?')[0] ?? '');
  expect(await (await read(data)).text()).toContain('push([0,"one"])');
  expect(pageCache.counts.renders).toBe(2);
});

/** The answer for data that the page had before it became another. */
async function oldData() {
  const { pageCache, read } = await before('new');
  await read('/en');
  return { pageCache, answer: await read(`/_press/${'x'.repeat(22)}.js?of=%2Fen`) };
}

test('the old data of a page that has become another loads the page again', async () => {
  const { answer } = await oldData();
  expect([await answer.text(), answer.headers.get('cache-control')]).toEqual([
    'outdated()',
    'no-store',
  ]);
});

test('the old data of a page that has become another renders nothing', async () => {
  const { pageCache } = await oldData();
  expect(pageCache.counts.renders).toBe(1);
});
