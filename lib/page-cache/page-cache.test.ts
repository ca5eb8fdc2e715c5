import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fixedClock } from '../clock.ts';
import { noteRead, noteStatus } from '../page-tags.ts';
import { openLanes } from '../lanes.ts';
import { hashOf } from './finish/policy.ts';
import { PageCache, type PageCacheOptions } from './page-cache.ts';

const open: ReturnType<typeof createServer>[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

/** A page cache before a framework that the test plays, and a way to read through it. */
async function cacheBefore(
  listener: RequestListener,
  onForeign: PageCacheOptions['onForeign'] = () => {},
) {
  const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
  const pageCache = new PageCache({
    listener,
    clock,
    host: 'news.example',
    limit: 1_000_000,
    lanes: openLanes(),
    askerOf: () => '',
    scripts: { first: 'first()', main: 'main()', outdated: 'outdated()', framework: [] },
    styles: {},
    onForeign,
  });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://press');
    const answered = pathname.startsWith('/_press/')
      ? pageCache.answerData(request, response, {
          path: pathname,
          of: searchParams.get('of') ?? '',
        })
      : pageCache.answer(request, response, request.url ?? '/');
    answered.catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  open.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const read = (path: string, init: RequestInit = {}) =>
    fetch(origin + path, { redirect: 'manual', ...init });
  return { pageCache, clock, read };
}

test('a page is made once and read many times', async () => {
  let renders = 0;
  const { read } = await cacheBefore((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<p>render ${++renders}</p>`);
  });
  const answers = await Promise.all(Array.from({ length: 20 }, () => read('/en')));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text())))).toEqual(
    new Set(['<p>render 1</p>']),
  );
  expect(renders).toBe(1);
});

test('an invalidated tag makes the very next reader see the page made anew', async () => {
  let headline = 'Old';
  const { pageCache, read } = await cacheBefore((_, response) => {
    noteRead(['article:7']);
    response.end(headline);
  });
  await read('/en/post/a');
  headline = 'New';
  expect(await (await read('/en/post/a')).text()).toBe('Old');
  pageCache.invalidate(['article:7']);
  expect(await (await read('/en/post/a')).text()).toBe('New');
});

test('a page that was begun before a withdrawal is neither kept nor given to who comes after', async () => {
  const waiting: (() => void)[] = [];
  let headline = 'Old';
  const { pageCache, read } = await cacheBefore((_, response) => {
    noteRead(['article:7']);
    const seen = headline;
    waiting.push(() => response.end(seen));
  });
  const first = read('/en/post/a');
  await expect.poll(() => waiting.length).toBe(1);
  headline = 'New';
  pageCache.invalidate(['article:7']);
  const second = read('/en/post/a');
  await expect.poll(() => waiting.length).toBe(2);
  waiting.forEach((finish) => finish());
  expect(await (await first).text()).toBe('Old');
  expect(await (await second).text()).toBe('New');
  expect(await (await read('/en/post/a')).text()).toBe('New');
});

test('a row that comes at any step of a render keeps it out of memory', async () => {
  // Until the page is read, while it is read, while it is sent, compressed and kept, and after.
  for (let ticks = 0; ticks < 40; ticks++) {
    let headline = 'Old';
    const { pageCache, read } = await cacheBefore((_, response) => {
      noteRead(['article:7']);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      const seen = headline;
      response.write('<p>'.repeat(5000));
      setImmediate(() => response.end(seen));
    });
    const first = read('/en/post/a').then((answer) => answer.text());
    await expect.poll(() => pageCache.counts.renders, { interval: 1 }).toBe(1);
    for (let tick = 0; tick < ticks; tick++) await new Promise((next) => setImmediate(next));
    headline = 'New';
    pageCache.invalidate(ticks % 2 ? ['article:7'] : ['article:7', 'other']);
    expect([ticks, (await (await read('/en/post/a')).text()).endsWith('New')]).toEqual([
      ticks,
      true,
    ]);
    await first;
    expect([ticks, (await (await read('/en/post/a')).text()).endsWith('New')]).toEqual([
      ticks,
      true,
    ]);
  }
});

test('a reader of a page that is known to be stale waits for no database that is silent', async () => {
  const hung: (() => void)[] = [];
  let answers: 'at once' | 'never' | 'failing' = 'at once';
  const { pageCache, clock, read } = await cacheBefore((_, response) => {
    noteRead(['article:7']);
    if (answers === 'failing') response.statusCode = 500;
    if (answers === 'never') hung.push(() => response.end('late'));
    else response.end(answers === 'failing' ? '' : `render ${pageCache.counts.renders}`);
  });
  await read('/en/post/a');
  answers = 'failing';
  pageCache.invalidate(['article:7']);
  expect((await read('/en/post/a')).headers.get('x-caliber-stale')).toBe('1');
  answers = 'never';
  for (let time = 0; time < 3; time++) {
    clock.advance(1001);
    const answer = await read('/en/post/a');
    expect([answer.headers.get('x-caliber-stale'), await answer.text()]).toEqual(['1', 'render 1']);
  }
  expect(hung).toHaveLength(1);
  // Once the database is back, what was waited for is what the next reader gets.
  hung[0]?.();
  await expect.poll(async () => (await read('/en/post/a')).text()).toBe('late');
  expect((await read('/en/post/a')).headers.get('x-caliber-stale')).toBe(null);
});

test('nothing of the reader who came first reaches the render', async () => {
  const { read } = await cacheBefore((request, response) => {
    response.end(JSON.stringify([request.headers, request.url]));
  });
  const answer = await read('/en', { headers: { cookie: 'canary=1', 'x-canary': '1', rsc: '1' } });
  expect(await answer.json()).toEqual([{ host: 'news.example' }, '/en']);
});

test('missing, withdrawn, moved and failed answers are handed on and not among the pages', async () => {
  const { pageCache, read } = await cacheBefore((request, response) => {
    if (request.url === '/en/none') noteStatus(404);
    if (request.url === '/en/gone') noteStatus(410);
    if (request.url === '/en/moved') {
      response.statusCode = 308;
      response.setHeader('location', ['/en/post/b', '/en/post/b']);
    }
    if (request.url === '/hy/broken') response.statusCode = 500;
    response.end('whole');
  });
  const seen = [];
  for (const path of ['/en/none', '/en/gone', '/en/moved']) {
    const answer = await read(path);
    seen.push([answer.status, answer.headers.get('location'), await answer.text()]);
  }
  expect(seen).toEqual([
    [404, null, 'whole'],
    [410, null, 'whole'],
    [308, '/en/post/b', 'whole'],
  ]);
  const broken = await read('/hy/broken');
  expect([broken.status, broken.headers.get('retry-after')]).toEqual([503, '30']);
  expect(await broken.text()).toContain('<html lang="hy">');
  expect(pageCache.memory.count).toBe(0);
});

test('a page past its lifetime is still answered, and made anew behind the reader', async () => {
  let renders = 0;
  const { clock, read } = await cacheBefore((_, response) => {
    noteRead(['front:en'], 300);
    response.end(`render ${++renders}`);
  });
  await read('/en');
  clock.advance(301_000);
  expect(await (await read('/en')).text()).toBe('render 1');
  await expect.poll(async () => (await read('/en')).text()).toBe('render 2');
});

test('an unchanged page costs a reader who has it 304 and no bytes; HEAD tells its size', async () => {
  const { read } = await cacheBefore((_, response) => void response.end('Пароход'));
  const first = await read('/en', { headers: { 'accept-encoding': 'gzip' } });
  expect(first.headers.get('content-encoding')).toBe('gzip');
  expect(await first.text()).toBe('Пароход');
  const again = await read('/en', {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
  const head = await read('/en', { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
  expect(head.headers.get('content-length')).toBe('14');
});

test('a script that is not ours is refused, counted and told', async () => {
  const told: unknown[] = [];
  const evil = '<html><head></head><body><script>alert(1)</script></body></html>';
  const { pageCache, read } = await cacheBefore(
    (_, response) =>
      void response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(`<!DOCTYPE html>${evil}`),
    (...foreign) => told.push(foreign),
  );
  const { headers } = await read('/en/post/a');
  expect(headers.get('content-security-policy')).not.toContain(hashOf('alert(1)'));
  expect(pageCache.counts.foreign).toBe(1);
  expect(told).toEqual([['/en/post/a', '<script>alert(1)</script>']]);
});

/** A page with a runtime, in the form in which the framework renders it, and the address of its data. */
const wakeable = (data: string) =>
  '<!DOCTYPE html><html><head><script src="/_next/static/chunks/a.js" async=""></script></head><body>' +
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script>' +
  `<script>self.__next_f.push([0,"${data}"])</script></body></html>`;
const dataOf = (html: string) => /"(\/_press\/[^"]+)"/.exec(html)?.[1] ?? '';

test('what wakes a page is kept under its own hash, and made again when it was pushed out', async () => {
  let renders = 0;
  const { pageCache, read } = await cacheBefore((_, response) => {
    renders++;
    response.setHeader('content-type', 'text/html; charset=utf-8').end(wakeable('one'));
  });
  const data = dataOf(await (await read('/en')).text());
  expect(await (await read(data)).text()).toContain('push([0,"one"])');
  expect(renders).toBe(1);
  pageCache.memory.delete(data.split('?')[0] ?? '');
  expect(await (await read(data)).text()).toContain('push([0,"one"])');
  expect(renders).toBe(2);
});

test('a page that has become another answers its old data by loading it anew, and renders nothing', async () => {
  let renders = 0;
  const { read } = await cacheBefore((_, response) => {
    renders++;
    response.setHeader('content-type', 'text/html; charset=utf-8').end(wakeable('new'));
  });
  await read('/en');
  const answer = await read(`/_press/${'x'.repeat(22)}.js?of=%2Fen`);
  expect([await answer.text(), answer.headers.get('cache-control')]).toEqual([
    'outdated()',
    'no-store',
  ]);
  expect(renders).toBe(1);
});

test('a flood of missing pages leaves no page behind, and of what wakes them only the latest', async () => {
  const { pageCache, read } = await cacheBefore((request, response) => {
    noteStatus(404);
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(wakeable(`${request.url} ${'x'.repeat(50)}`));
  });
  let first = '';
  for (let n = 0; n < 260; n += 20) {
    const all = Array.from({ length: 20 }, (_, at) => read(`/en/post/none-${n + at}`));
    const [html = ''] = await Promise.all(all.map(async (answer) => (await answer).text()));
    first ||= dataOf(html);
  }
  expect(pageCache.memory.count).toBe(0);
  // Made again, since it is no longer there.
  expect(await (await read(first)).text()).toContain('/en/post/none-0 ');
}, 20_000);

test('what is missing is said a second time without being looked for, until anything is published', async () => {
  let renders = 0;
  let isThere = false;
  const { pageCache, clock, read } = await cacheBefore((_, response) => {
    renders++;
    if (!isThere) noteStatus(404);
    response.setHeader('content-type', 'text/html; charset=utf-8').end(wakeable('none'));
  });
  const first = await read('/en/post/none');
  const again = await read('/en/post/none', { headers: { 'accept-encoding': 'br' } });
  expect([first.status, again.status, renders]).toEqual([404, 404, 1]);
  expect([again.headers.get('cache-control'), again.headers.get('content-encoding')]).toEqual([
    'no-store',
    'br',
  ]);
  const html = await first.text();
  expect(await again.text()).toBe(html);
  expect(await (await read(`/_press/${'x'.repeat(22)}.js?of=/en/post/none`)).text()).toBe(
    'outdated()',
  );
  expect(renders).toBe(1);
  isThere = true;
  pageCache.invalidate(['of something else']);
  expect((await read('/en/post/none')).status).toBe(200);
  isThere = false;
  await read('/en/post/never');
  clock.advance(6000);
  await read('/en/post/never');
  expect(renders).toBe(4);
});

test('what was missing while something was being published is looked for again', async () => {
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

test('a flood of unknown pages leaves the pages in memory, new ones too, to their readers', async () => {
  const waiting: (() => void)[] = [];
  let version = 1;
  const { pageCache, read } = await cacheBefore((request, response) => {
    noteRead(['article:7']);
    if (request.url === '/en') response.end(`front ${version}`);
    else waiting.push(() => response.end());
  });
  await read('/en');
  const flood = Promise.allSettled(Array.from({ length: 80 }, (_, n) => read(`/en/post/${n}`)));
  await expect.poll(() => waiting.length).toBe(2);
  expect(await (await read('/en')).text()).toBe('front 1');
  version = 2;
  pageCache.invalidate(['article:7']);
  expect(await (await read('/en')).text()).toBe('front 2');
  expect(waiting).toHaveLength(2);
  const freeing = setInterval(() => waiting.splice(0).forEach((finish) => finish()), 1);
  await flood;
  clearInterval(freeing);
});

test('RFC 9110, 8.8.2: a page says when it last became another, and one that is rendered again as it was does not', async () => {
  let headline = 'Old';
  const { pageCache, clock, read } = await cacheBefore((_, response) => {
    noteRead(['article:7']);
    response.end(headline);
  });
  const modified = async () => (await read('/en')).headers.get('last-modified');
  expect(await modified()).toBe('Tue, 24 Nov 2026 06:00:00 GMT');
  clock.advance(3_600_000);
  pageCache.invalidate(['article:7']);
  expect(await modified()).toBe('Tue, 24 Nov 2026 06:00:00 GMT');
  headline = 'New';
  pageCache.invalidate(['article:7']);
  expect(await modified()).toBe('Tue, 24 Nov 2026 07:00:00 GMT');
  headline = 'Newest';
  pageCache.invalidate(['article:7']);
  const since = { 'if-modified-since': 'Tue, 24 Nov 2026 07:00:00 GMT' };
  expect(await (await read('/en', { headers: since })).text()).toBe('Newest');
});

test('RFC 9110, 8.8.3: one weak tag stands for every coding of a page, and any tag is known', async () => {
  const { read } = await cacheBefore((_, response) => response.end('<p>a</p>'));
  const tags = await Promise.all(
    ['br', 'gzip', 'identity'].map(async (coding) => {
      const answer = await read('/en', { headers: { 'accept-encoding': coding } });
      return answer.headers.get('etag') ?? '';
    }),
  );
  expect(new Set(tags).size).toBe(1);
  expect(tags[0]).toMatch(/^W\/"/);
  for (const known of [tags[0] ?? '', '*'])
    expect((await read('/en', { headers: { 'if-none-match': known } })).status).toBe(304);
});

test('a page that is missing goes out compressed to who takes that', async () => {
  const html = '<p>There is no such page</p>'.repeat(500);
  const { read } = await cacheBefore((_, response) => {
    response.statusCode = 404;
    response.end(html);
  });
  const packed = await read('/en/none', { headers: { 'accept-encoding': 'gzip' } });
  expect([packed.status, packed.headers.get('content-encoding')]).toEqual([404, 'gzip']);
  expect(Number(packed.headers.get('content-length'))).toBeLessThan(500);
  expect(await packed.text()).toBe(html);
  const plain = await read('/en/none', { headers: { 'accept-encoding': 'identity' } });
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, html]);
});
