import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { layoutShiftOf } from '../support/layout-shift.ts';
import { expect, test } from '../support/test.ts';
import { ALONE, LEAD, pathOf } from '../../scripts/testing/edition/stories.ts';

const ARTICLE = pathOf(LEAD, 'en');

/** A telephone at the edge of its network: bytes a second, and milliseconds there and back. */
const EDGE = { offline: false, downloadThroughput: 40_000, uploadThroughput: 20_000, latency: 400 };

/** The requests that count a view, as they come. */
function viewsAsked(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(new URL(request.url()).pathname);
  });
  return asked;
}

test('on a slow network the story is there without its scripts, and is counted once, after it has loaded', async ({
  page,
}) => {
  const asked = viewsAsked(page);
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', EDGE);
  const scripts: string[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto(ARTICLE, { waitUntil: 'commit' });
  await expect(
    page.getByRole('paragraph').filter({ hasText: 'On the morning of 9 November' }),
  ).toBeVisible();
  await expect(page.getByRole('contentinfo')).toBeAttached();
  expect(scripts).toEqual([]);
  expect(asked).toEqual([]);
  await expect(page.getByText(/^[\d\s]+ views$/)).toBeVisible();
  expect(scripts).toEqual([]);
  expect(asked).toHaveLength(1);
});

/** Milliseconds that a font takes on such a network. */
const FONT = 700;

for (const [path, width] of [
  ['/en', 360],
  ['/hy', 412],
  ['/ru/category/analytics', 412],
  ['/az/search?q=körpü', 360],
] as const) {
  test(`fonts that come late move nothing on ${path}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    let came = 0;
    await page.route('**/*.woff2', async (route) => {
      await sleep(FONT);
      await route.continue();
      came++;
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect.poll(() => came).toBeGreaterThan(0);
    expect(await layoutShiftOf(page)).toBeLessThan(0.005);
  });
}

test('a reader on a slow network may search before the scripts have come', async ({ page }) => {
  await page.route('**/_next/static/**/*.js', () => {
    // Still on their way.
  });
  await page.goto(ARTICLE, { waitUntil: 'commit' });
  await expect(page.getByRole('table')).toContainText('No road');
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('bridge');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/en/search?q=bridge');
});

test('a page that is made ready beforehand counts nothing; it is counted when it is read', async ({
  page,
}) => {
  const asked = viewsAsked(page);
  // What Chromium says of a page behind the one that is read; speculation itself is off under a debugger.
  await page.addInitScript(() => {
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
  });
  await page.goto(ARTICLE, { waitUntil: 'networkidle' });
  // The page is hydrated, so that it would have asked for a count.
  await page.getByRole('button', { name: 'Larger text' }).click();
  await expect(page.getByText('Text size 4 of 5')).toBeAttached();
  expect(asked).toEqual([]);
  await page.evaluate(() => {
    Object.defineProperty(document, 'prerendering', { value: false });
    document.dispatchEvent(new Event('prerenderingchange'));
  });
  await expect(page.getByText(/^[\d\s]+ views$/)).toBeVisible();
  expect(asked).toHaveLength(1);
});

test('a count that comes with the mark of a prefetch or a prerender raises nothing', async ({
  page,
  request,
}) => {
  const asked = viewsAsked(page);
  await page.goto(pathOf(ALONE, 'en'));
  await expect(page.getByText(/^[\d\s]+ views?$/)).toBeVisible();
  const [path = ''] = asked;
  const count = async (headers: Record<string, string>, method = 'POST') => {
    const answer = await request.fetch(path, { method, headers });
    expect(answer.status()).toBe(200);
    return ((await answer.json()) as { views: number }).views;
  };
  const present = await count({}, 'GET');
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36 ${Date.now()}`;
  for (const purpose of ['prefetch', 'prefetch;prerender'])
    expect(await count({ 'user-agent': userAgent, 'sec-purpose': purpose })).toBe(present);
  // The same reader, reading.
  expect(await count({ 'user-agent': userAgent })).toBe(present + 1);
  expect(await count({ 'user-agent': userAgent })).toBe(present + 1);
});
