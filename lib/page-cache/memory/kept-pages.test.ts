import { expect, test } from 'vitest';
import { noteStatus } from '../../page-tags.ts';
import { cacheBefore, dataOf, pageWithData } from '../testing.ts';

/** Asks for 260 pages that do not exist, each with hydration data of its own. */
async function floodOfMissingPages() {
  const { pageCache, read } = await cacheBefore((request, response) => {
    noteStatus(404);
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(pageWithData(`${request.url} ${'x'.repeat(50)}`));
  });
  let first = '';
  for (let n = 0; n < 260; n += 20) {
    const all = Array.from({ length: 20 }, (_, at) => read(`/en/post/none-${n + at}`));
    const [html = ''] = await Promise.all(all.map(async (answer) => (await answer).text()));
    first ||= dataOf(html);
  }
  return { first, pageCache, read };
}

test('a flood of missing pages leaves no page behind', async () => {
  const { pageCache } = await floodOfMissingPages();
  expect(pageCache.memory.count).toBe(0);
}, 20_000);

test('hydration data that a flood of missing pages pushed out is made again', async () => {
  const { first, pageCache, read } = await floodOfMissingPages();
  const { renders } = pageCache.counts;
  expect(await (await read(first)).text()).toContain('/en/post/none-0 ');
  expect(pageCache.counts.renders).toBe(renders + 1);
}, 20_000);

/** A page that is missing until `isThere` is set. */
async function missingPage() {
  const page = { isThere: false };
  const { pageCache, clock, read } = await cacheBefore((_, response) => {
    if (!page.isThere) noteStatus(404);
    response.setHeader('content-type', 'text/html; charset=utf-8').end(pageWithData('none'));
  });
  const first = await read('/en/post/none');
  return { page, pageCache, clock, read, first };
}

test('a missing page is not rendered for the second who asks for it', async () => {
  const { pageCache, read, first } = await missingPage();
  const again = await read('/en/post/none');
  expect([first.status, again.status, pageCache.counts.renders]).toEqual([404, 404, 1]);
});

test('a missing page is the same in every coding', async () => {
  const { read, first } = await missingPage();
  const again = await read('/en/post/none', { headers: { 'accept-encoding': 'br' } });
  expect(again.headers.get('content-encoding')).toBe('br');
  expect(await again.text()).toBe(await first.text());
});

test('a missing page is stored by nobody', async () => {
  const { read, first } = await missingPage();
  const again = await read('/en/post/none');
  expect([first, again].map(({ headers }) => headers.get('cache-control'))).toEqual([
    'no-store',
    'no-store',
  ]);
});

test('old hydration data of a missing page renders nothing', async () => {
  const { pageCache, read } = await missingPage();
  const data = await read(`/_press/${'x'.repeat(22)}.js?of=/en/post/none`);
  expect(await data.text()).toBe('outdated()');
  expect(pageCache.counts.renders).toBe(1);
});

test('a missing page is looked for again once anything was published', async () => {
  const { page, pageCache, read } = await missingPage();
  page.isThere = true;
  pageCache.invalidate(['of something else']);
  expect((await read('/en/post/none')).status).toBe(200);
});

test('a missing page is looked for again after five seconds', async () => {
  const { pageCache, clock, read } = await missingPage();
  clock.advance(6000);
  await read('/en/post/none');
  expect(pageCache.counts.renders).toBe(2);
});

test('a page that was missing during a publication is requested again', async () => {
  const waiting: (() => void)[] = [];
  const { pageCache, read } = await cacheBefore((_, response) => {
    noteStatus(404);
    waiting.push(() => response.end());
  });
  const first = read('/en/post/a');
  await expect.poll(() => waiting.length).toBe(1);
  pageCache.invalidate(['article:7']);
  waiting[0]?.();
  await first;
  const second = read('/en/post/a');
  await expect.poll(() => waiting.length).toBe(2);
  waiting[1]?.();
  await second;
});

const LONG = '<p>There is no such page</p>'.repeat(500);
const readLong = async (coding: string) => {
  const { read } = await cacheBefore((_, response) => {
    response.statusCode = 404;
    response.end(LONG);
  });
  return read('/en/none', { headers: { 'accept-encoding': coding } });
};

test('a missing page is compressed for a client that accepts that', async () => {
  const packed = await readLong('gzip');
  expect([packed.status, packed.headers.get('content-encoding')]).toEqual([404, 'gzip']);
  expect(Number(packed.headers.get('content-length'))).toBeLessThan(500);
  expect(await packed.text()).toBe(LONG);
});

test('a missing page is plain for a client that accepts nothing else', async () => {
  const plain = await readLong('identity');
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, LONG]);
});
