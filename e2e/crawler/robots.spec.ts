import { expect, test } from '@playwright/test';
import { portalEnvironment } from '../support/portal.ts';
import { TABLE, pathOf } from '../../scripts/testing/edition/stories.ts';
import { publication } from '../../publication.config.ts';

const SITE = portalEnvironment.SITE_URL;

/** What robots.txt says to one crawler: the rules of the group that names it, else of everybody's. */
function rulesFor(crawler: string, robots: string): string[] {
  const groups = robots.split(/\n\n+/).map((group) => group.split('\n'));
  const named = (name: string) => groups.find((lines) => lines.includes(`User-agent: ${name}`));
  return (named(crawler) ?? named('*') ?? []).filter((line) => /^(Dis)?[Aa]llow:/.test(line));
}

test('robots.txt lets everybody read everything, and names the sitemaps', async ({ request }) => {
  const answer = await request.get('/robots.txt');
  expect([answer.status(), answer.headers()['content-type']]).toEqual([
    200,
    'text/plain; charset=utf-8',
  ]);
  const robots = await answer.text();
  expect(robots.length).toBeLessThan(500 * 1024);
  for (const crawler of ['Googlebot', 'bingbot', 'OAI-SearchBot', 'ChatGPT-User'])
    expect([crawler, rulesFor(crawler, robots)]).toEqual([crawler, ['Disallow:']]);
  const sitemaps = [...robots.matchAll(/^Sitemap: (.+)$/gm)].map((match) => match[1] ?? '');
  expect(sitemaps).toContain(`${SITE}/sitemap.xml`);
  for (const url of sitemaps) expect((await request.get(url)).status()).toBe(200);
});

test('crawlers that train models are kept out by one switch, which reserves text and data mining too', async ({
  request,
}) => {
  const robots = await (await request.get('/robots.txt')).text();
  for (const crawler of ['GPTBot', 'ClaudeBot', 'CCBot', 'Google-Extended'])
    expect([crawler, rulesFor(crawler, robots)]).toEqual([crawler, ['Disallow: /']]);
  for (const path of [
    '/en',
    '/en/post/none',
    '/en/feed.xml',
    '/en/sitemap-2026-11.xml',
    '/icons.svg',
  ])
    expect([path, (await request.get(path)).headers()['tdm-reservation']]).toEqual([path, '1']);
  const license = await request.get('/license.xml');
  expect(license.headers()['content-type']).toBe('application/rsl+xml; charset=utf-8');
  expect(await license.text()).toContain('<prohibits type="usage">ai-train</prohibits>');
  expect((await request.get('/en')).headers()['content-usage']).toBe('train-ai=n, search=y');
  expect(await (await request.get('/.well-known/tdmrep.json')).json()).toEqual([
    { location: '/', 'tdm-reservation': 1 },
  ]);
});

test('llms.txt lists the newest of each locale and the archive, and each of its links answers', async ({
  request,
}) => {
  const read = async () => (await request.get('/llms.txt')).text();
  const text = await read();
  expect(text).toMatch(new RegExp(`^# ${publication.name.replace('.', '\\.')}\\n\\n> .+\\n`));
  for (const heading of ['English', 'Русский', 'Հայերեն', 'Azərbaycanca', 'Archive'])
    expect(text).toContain(`\n## ${heading}\n`);
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
  expect(links.length).toBeGreaterThan(60);
  for (const url of new Set(links)) {
    const status = (await request.get(url)).status();
    // Beside this test others withdraw what they published: then it is gone from the list too.
    const isThere = status === 200 || !(await read()).includes(`](${url})`);
    expect([url, status, isThere]).toEqual([url, status, true]);
  }
});

test('what is no page to be found says so by its header, to crawlers that robots.txt lets in', async ({
  request,
}) => {
  const robots = await (await request.get('/robots.txt')).text();
  expect(rulesFor('Googlebot', robots)).toEqual(['Disallow:']);
  const asked = (path: string) => request.get(path, { maxRedirects: 0 });
  for (const path of [
    '/en/search',
    '/ru/search?q=none-such',
    '/hy/newsroom',
    '/hy/newsroom/sign-in',
    '/az/preview/none',
    '/api/suggestions/en?q=limestone',
    '/api/newsroom/session',
  ]) {
    const answer = await asked(path);
    expect([path, answer.headers()['x-robots-tag']]).toEqual([
      path,
      expect.stringMatching(/^noindex\b/),
    ]);
  }
  for (const path of ['/en', pathOf(TABLE, 'en'), '/en/feed.xml', '/en/sitemap-2026-11.xml'])
    expect([path, (await asked(path)).headers()['x-robots-tag']]).toEqual([path, undefined]);
});

test('IndexNow finds the key that it was sent, and no other', async ({ request }) => {
  const { INDEXNOW_KEY: key } = portalEnvironment;
  const answer = await request.get(`/${key}.txt`);
  expect([answer.status(), await answer.text()]).toEqual([200, key]);
  expect((await request.get('/fedcba9876543210.txt')).status()).toBe(404);
});
