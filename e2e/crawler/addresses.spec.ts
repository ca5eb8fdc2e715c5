import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type APIRequestContext } from '@playwright/test';
import { LiveEdition, portal } from '../support/live-edition.ts';
import { portalEnvironment } from '../support/portal.ts';
import { TABLE, pathOf } from '../../scripts/testing/edition/stories.ts';

const hop = async (request: APIRequestContext, path: string) => {
  const answer = await request.get(path, { maxRedirects: 0 });
  return [path, answer.status(), answer.headers()['location']];
};
/** By the HTTP library itself: the browser's would tidy the path before it asks. */
const rawHop = async (path: string) => {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request({ port: portalEnvironment.PORT, host: '127.0.0.1', path }, (answer) => {
      answer.resume();
      resolve([path, answer.statusCode, answer.headers.location]);
    })
      .once('error', reject)
      .end();
  });
};

test('each spelling of an address leads to the one in a single hop', async () => {
  for (const [path, to] of [
    ['/en/', '/en'],
    ['/EN/post/Limestone-Again', pathOf(TABLE, 'en')],
    ['/en//post///limestone-again/', pathOf(TABLE, 'en')],
    ['//en/post/limestone-again', pathOf(TABLE, 'en')],
    ['/en/category/sport/?utm_source=x', '/en/category/sport?utm_source=x'],
    ['/ARM//Category/Sport/', '/hy/category/sport'],
  ])
    expect(await rawHop(path ?? '')).toEqual([path, 308, to]);
  expect(await rawHop('//evil.example/en')).toEqual(['//evil.example/en', 404, undefined]);
});

test('a tracking parameter changes nothing of the page, which is canonical without it', async ({
  request,
}) => {
  const plain = await (await request.get(pathOf(TABLE, 'en'))).text();
  const tracked = await request.get(`${pathOf(TABLE, 'en')}?utm_source=x&fbclid=y`);
  expect(tracked.status()).toBe(200);
  expect(await tracked.text()).toBe(plain);
});

test('a slug that changed three times leads on from each of its former ones in one hop; a withdrawn story answers 410 under all', async ({
  request,
}) => {
  const edition = new LiveEdition();
  const fields = { headline: '"Three moves"', publishedAt: '2026-11-20T06:00:00Z' };
  for (const slug of ['move-one', 'move-two', 'move-three', 'move-four'])
    edition.put('three-moves', 'en', { ...fields, slug });
  for (const slug of ['move-one', 'move-two', 'move-three']) {
    await expect
      .poll(() => hop(request, `/en/post/${slug}`), { timeout: 2000 })
      .toEqual([`/en/post/${slug}`, 308, '/en/post/move-four']);
  }
  edition.put('three-moves', 'en', { ...fields, slug: 'move-four', status: 'withdrawn' });
  for (const slug of ['move-one', 'move-four'])
    await expect
      .poll(() => hop(request, `/en/post/${slug}`), { timeout: 2000 })
      .toEqual([`/en/post/${slug}`, 410, undefined]);
});

test('addresses of a former site lead on in one hop from every spelling; loops and chains are refused by line', async ({
  request,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'caliber-redirects-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  await request.get('/en/old-about');
  expect((await request.get('/az/author/mila-arden/feed.json')).status()).toBe(200);
  const written = portal(
    'redirects',
    'import',
    file(
      'good.csv',
      'from,to\n/az/author/mila-arden/feed.json,/az/feed.json\n/News/2019/Stone.html,/en/post/limestone-again\n/en/old-about,/en/about\n/?p=7,/en\n/index.php?id=3,/ru\n',
    ),
  );
  expect([written.code, written.said]).toEqual([0, expect.stringContaining('5 redirects')]);
  for (const [path, to] of [
    ['/News/2019/Stone.html', pathOf(TABLE, 'en')],
    ['/news//2019/stone.html?utm_source=x', pathOf(TABLE, 'en')],
    // A feed that stood in memory when its address was given away.
    ['/az/author/mila-arden/feed.json', '/az/feed.json'],
    ['/en/old-about', '/en/about'],
    ['/EN/Old-About/', '/en/about'],
    ['/?p=7', '/en'],
    ['/index.php?id=3', '/ru'],
  ])
    await expect.poll(() => rawHop(path ?? ''), { timeout: 2000 }).toEqual([path, 308, to]);
  expect(await hop(request, '/index.php?id=4')).toEqual(['/index.php?id=4', 404, undefined]);

  const refused = portal(
    'redirects',
    'import',
    file('bad.csv', '/a,/b\n/b,/a\n/c,/en/old-about\n/d\n'),
  );
  expect(refused.code).toBe(1);
  expect(refused.said).toMatch(/bad\.csv:4: not two values/);
  const loops = portal('redirects', 'import', file('loop.csv', '/a,/b\n/b,/a\n/c,/en/old-about\n'));
  expect(loops.code).toBe(1);
  expect(loops.said).toMatch(
    /loop\.csv:1: .*loop[^]*loop\.csv:2: .*loop[^]*loop\.csv:3: .*redirected already/,
  );
  expect(await hop(request, '/a')).toEqual(['/a', 404, undefined]);
});
