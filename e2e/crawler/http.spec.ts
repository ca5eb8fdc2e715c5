/** What HTTP itself asks of an answer, each by the standard that says so. */
import { expect, test } from '@playwright/test';
import { TABLE, pathOf } from '../../scripts/testing/edition/stories.ts';

/** One address of each kind that is only read. */
const READ = [
  '/en',
  pathOf(TABLE, 'en'),
  '/en/category/economy',
  '/en/feed.xml',
  '/en/atom.xml',
  '/en/feed.json',
  '/en/sitemap-pages.xml',
  '/en/sitemap-news.xml',
  '/en/sitemap-2026-11.xml',
  '/sitemap.xml',
  '/robots.txt',
  '/logo.png',
  '/icon.png',
];

test('RFC 9110, 13.1: what was read before is known by its tag, by any tag, and by its date', async ({
  request,
}) => {
  for (const path of READ) {
    const first = await request.get(path);
    const { etag = '', 'last-modified': modified = '' } = first.headers();
    expect([path, modified]).toEqual([path, expect.stringMatching(/ GMT$/)]);
    expect(Date.parse(modified)).toBeLessThanOrEqual(Date.now());
    const again = (headers: Record<string, string>) => request.get(path, { headers });
    expect([path, (await again({ 'if-none-match': etag })).status()]).toEqual([path, 304]);
    expect((await again({ 'if-none-match': '"other"' })).status()).toBe(200);
    // The build's own files are answered by a library that compares one tag and nothing else.
    if (path.endsWith('.png')) continue;
    expect([path, (await again({ 'if-none-match': '*' })).status()]).toEqual([path, 304]);
    expect([path, (await again({ 'if-modified-since': modified })).status()]).toEqual([path, 304]);
  }
});

test('RFC 9110, 8.8.1: a tag that several codings share is weak', async ({ request }) => {
  for (const path of READ) {
    const { etag } = (await request.get(path)).headers();
    expect([path, etag]).toEqual([path, expect.stringMatching(/^W\/"[^"]+"$/)]);
  }
});

test('RFC 9110, 9.3.7: the answer to OPTIONS lists the allowed methods', async ({ request }) => {
  for (const path of [...READ, '/en/search?q=a', '/en/newsroom/sign-in', '/api/views/1']) {
    const answer = await request.fetch(path, { method: 'OPTIONS' });
    expect([path, answer.status()]).toEqual([path, 204]);
    expect(answer.headers()['allow']).toMatch(/^GET, HEAD, (POST, )?OPTIONS$/);
  }
});

test('RFC 9110, 15.5.6: what is only read takes nothing, and says what it takes', async ({
  request,
}) => {
  for (const path of READ) {
    const answer = await request.fetch(path, { method: 'DELETE' });
    expect([path, answer.status(), answer.headers()['allow']]).toEqual([
      path,
      405,
      'GET, HEAD, OPTIONS',
    ]);
  }
});

test('Fetch, CORS: pages of other sites may read feeds, sitemaps, logo and icons, and no page', async ({
  request,
}) => {
  const shared = ['access-control-allow-origin', 'cross-origin-resource-policy'];
  const said = async (path: string) => {
    const headers = (await request.get(path)).headers();
    return shared.map((name) => headers[name]);
  };
  for (const path of READ.filter((path) => /\.\w+$/.test(path)))
    expect([path, await said(path)]).toEqual([path, ['*', 'cross-origin']]);
  for (const path of ['/en', pathOf(TABLE, 'en'), '/api/suggestions/en?q=limestone'])
    expect([path, await said(path)]).toEqual([path, [undefined, 'same-origin']]);
  const asked = await request.fetch('/en/feed.json', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://reader.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    },
  });
  expect(asked.headers()['access-control-allow-headers']).toContain('if-none-match');
});

test('RFC 9110, 14.2: a range that is passed over gives the whole picture, never the wrong part', async ({
  request,
}) => {
  const html = await (await request.get('/en')).text();
  const picture = /\/media\/[0-9a-f]{32}\/16x9-480\.webp/.exec(html)?.[0] ?? '';
  for (const path of [picture, '/logo.png']) {
    const whole = await (await request.get(path)).body();
    const part = await request.get(path, { headers: { range: 'bytes=-50' } });
    expect([path, part.status(), (await part.body()).equals(whole)]).toEqual([path, 200, true]);
  }
});

test('RFC 9110, 8.4: a page that is missing goes out compressed', async ({ request }) => {
  const answer = await request.get('/en/post/none', { headers: { 'accept-encoding': 'br' } });
  expect([answer.status(), answer.headers()['content-encoding']]).toEqual([404, 'br']);
});
