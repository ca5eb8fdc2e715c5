import { expect, test } from 'vitest';
import { noteRead } from '../page-tags.ts';
import { cacheBefore } from './testing.ts';

test('a page whose render began before a withdrawal is not sent to later readers', async () => {
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

/** Fills the lane of unknown pages, whose renders end when `free` is called. */
async function flooded() {
  const waiting: (() => void)[] = [];
  const page = { version: 1 };
  const { pageCache, read } = await cacheBefore((request, response) => {
    noteRead(['article:7']);
    if (request.url === '/en') response.end(`front ${page.version}`);
    else waiting.push(() => response.end());
  });
  await read('/en');
  const flood = Promise.allSettled(Array.from({ length: 80 }, (_, n) => read(`/en/post/${n}`)));
  await expect.poll(() => waiting.length).toBe(2);
  const free = async () => {
    const freeing = setInterval(() => waiting.splice(0).forEach((finish) => finish()), 1);
    await flood;
    clearInterval(freeing);
  };
  return { page, pageCache, read, waiting, free };
}

test('a page in memory is answered during a flood of unknown pages', async () => {
  const { read, waiting, free } = await flooded();
  expect(await (await read('/en')).text()).toBe('front 1');
  expect(waiting).toHaveLength(2);
  await free();
});

test('a page that was in memory is rendered again during a flood of unknown pages', async () => {
  const { page, pageCache, read, waiting, free } = await flooded();
  page.version = 2;
  pageCache.invalidate(['article:7']);
  expect(await (await read('/en')).text()).toBe('front 2');
  expect(waiting).toHaveLength(2);
  await free();
});

/** A page whose headline can be changed, and the date that it says of itself. */
async function datedPage() {
  const page = { headline: 'Old' };
  const { pageCache, clock, read } = await cacheBefore((_, response) => {
    noteRead(['article:7']);
    response.end(page.headline);
  });
  const modified = async () => (await read('/en')).headers.get('last-modified');
  const publish = (headline: string) => {
    page.headline = headline;
    pageCache.invalidate(['article:7']);
  };
  return { clock, modified, publish, read };
}

test('RFC 9110, 8.8.2: a page that is rendered again as it was keeps its date', async () => {
  const { clock, modified, publish } = await datedPage();
  expect(await modified()).toBe('Tue, 24 Nov 2026 06:00:00 GMT');
  clock.advance(3_600_000);
  publish('Old');
  expect(await modified()).toBe('Tue, 24 Nov 2026 06:00:00 GMT');
});

test('RFC 9110, 8.8.2: a page says when it became another', async () => {
  const { clock, modified, publish } = await datedPage();
  await modified();
  clock.advance(3_600_000);
  publish('New');
  expect(await modified()).toBe('Tue, 24 Nov 2026 07:00:00 GMT');
});

test('a page that changes twice in a second is sent to a client that has the first version', async () => {
  const { modified, publish, read } = await datedPage();
  const since = { 'if-modified-since': (await modified()) ?? '' };
  publish('New');
  expect(await (await read('/en', { headers: since })).text()).toBe('New');
});
