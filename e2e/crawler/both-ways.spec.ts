/** The portal is whole under plain `next start`: every kind of address is answered as behind `server.ts`. */
import { expect, test } from '@playwright/test';
import type { Address } from '../../lib/addresses.ts';
import { ask, comparable } from '../support/both-ways.ts';
import { startPlainPortal } from '../support/plain-portal.ts';
import { portalEnvironment } from '../support/portal.ts';

const FRONT = portalEnvironment.SITE_URL;

/** Addresses of each kind; a new kind does not compile without its own. */
const CASES: Readonly<Record<Address['kind'], readonly string[]>> = {
  page: [
    ...['/en', '/ru/latest', '/hy/about', '/az/corrections', '/en/category/sport'],
    ...[
      '/en/feed.xml',
      '/ru/atom.xml',
      '/hy/category/science/feed.json',
      '/en/corrections/feed.xml',
    ],
    ...['/sitemap.xml', '/en/sitemap-news.xml', '/en/sitemap-pages.xml', '/robots.txt'],
    ...['/license.xml', '/llms.txt', '/manifest.webmanifest', '/.well-known/security.txt'],
    ...['/.well-known/tdmrep.json', `/${portalEnvironment.INDEXNOW_KEY}.txt`],
    ...['/en/post/none', '/ru/category/none', '/en/a/b/c', '/en/topic/none/feed.xml'],
  ],
  unknown: ['/fr', '/story.php', '/en/post/%00', '/en/newsroom/%', '/media/%'],
  moved: [
    '/EN/post/Limestone-Again',
    '/arm/category/sport?a=b',
    '/en/category/sport/page/1',
    '/en/',
  ],
  undecodable: ['/en/post/%c0%af', '/%ff?a=%ff'],
  sitemap: ['/en/sitemap-2026-11.xml', '/en/sitemap-1999-01.xml'],
  media: ['/media/none', `/media/${'0'.repeat(32)}/480.webp`],
  views: ['/api/views/1', '/api/views/0', '/api/views/999999'],
  health: ['/api/health/live', '/api/health/ready'],
  metrics: [],
  // Files of the build, which the framework serves with its own headers.
  asset: [],
  search: ['/en/search', '/ru/search?q=a'],
  work: ['/en/newsroom', '/en/newsroom/sign-in', '/en/preview/none'],
  framework: [
    '/',
    '/api/suggestions/en?q=lim',
    '/api/categories/en/sport?page=1',
    '/api/newsroom/desk',
  ],
  // A page's own data, which the page cache has cut off: under plain `next start` it is part of the page.
  data: [],
};

// One portal on one port: its tests run in one worker.
test.describe.configure({ mode: 'default' });

let plain: Awaited<ReturnType<typeof startPlainPortal>>;
test.beforeAll(async () => {
  test.setTimeout(200_000);
  plain = await startPlainPortal(14);
});
test.afterAll(() => plain.stop());

for (const [kind, paths] of Object.entries(CASES))
  for (const path of paths)
    test(`${kind}: ${path} is answered the same both ways`, async () => {
      // Other tests publish meanwhile: lists are the same as soon as both have followed that.
      await expect(async () => {
        const [front, bare] = [await ask(FRONT, path), await ask(plain.site, path)];
        expect(comparable(bare)).toEqual(comparable(front));
      }).toPass({ timeout: 20_000 });
    });

test('HEAD and a conditional request are answered the same both ways', async () => {
  for (const path of ['/en/feed.xml', '/en/sitemap-2026-11.xml'])
    for (const site of [FRONT, plain.site]) {
      const { headers } = await ask(site, path, { method: 'HEAD' });
      const known = await ask(site, path, { headers: { 'if-none-match': headers.etag ?? '' } });
      expect([path, known.status, known.body]).toEqual([path, 304, '']);
    }
});

test('without the door a page has its own scripts: the theme is chosen, and is there at the next page', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${plain.site}/en`);
  await page.getByRole('button', { name: 'Night theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto(`${plain.site}/en/latest`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
