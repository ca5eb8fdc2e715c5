/** Pages at the width of the smallest phone, with a word as long as words get. */
import type { Page } from '@playwright/test';
import { importer } from '../support/put-article.ts';
import { expect, test } from '../support/test.ts';

const WORD =
  'Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu';
const put = importer('narrow');

test.beforeAll(() => {
  put(
    'long-word.en.md',
    `---
story: long-word
locale: en
category: society
topics: [coast]
slug: long-word
headline: "${WORD}"
standfirst: "${WORD.toLowerCase()}"
publishedAt: 2026-11-24T01:00:00+04:00
---
A hill is called ${WORD}.

| Year | Income, marks | Share, % | Outlays, marks | ${WORD.slice(0, 24)} |
| --- | ---: | ---: | ---: | --- |
| 2025 | 34 000 | 12,5 | 1 234 000 | so it was |

https://www.youtube.com/watch?v=dQw4w9WgXcQ

> ${WORD}
`,
  );
});

/** By how much a page is wider than its window, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [kind, path] of [
  ['story', '/en/post/long-word'],
  ['front', '/en'],
  ['category', '/en/category/society'],
  ['topic', '/en/topic/coast'],
  ['search', `/en/search?q=${WORD}`],
  ['missing page', '/en/none'],
  ['page', '/hy/about'],
] as const) {
  test(`no ${kind} scrolls sideways at 320 pixels, in any size of its text`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    expect(await overflow(page)).toBe(0);
    await page.evaluate(() => (document.documentElement.dataset['textSize'] = '5'));
    expect(await overflow(page)).toBe(0);
  });
}

test('a wide table scrolls within itself, is called so, and breaks no number', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/en/post/long-word');
  const table = page.getByRole('region').filter({ has: page.getByRole('table') });
  await expect(table).toHaveAttribute('tabindex', '0');
  const [inside, outside] = await table.evaluate((box) => [box.scrollWidth, box.clientWidth]);
  expect(inside).toBeGreaterThan(outside ?? 0);
  const lines = await page.getByRole('cell', { name: '1 234 000' }).evaluate((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return range.getClientRects().length;
  });
  expect(lines).toBe(1);
});

test('the front’s columns keep to themselves where Armenian has least room', async ({ page }) => {
  for (const width of [1100, 1140, 1180]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/hy');
    const cut = await page
      .getByRole('main')
      .locator('section')
      .first()
      .evaluate(
        (top) =>
          [...top.children].filter((column) => column.scrollWidth > column.clientWidth).length,
      );
    expect(cut).toBe(0);
  }
});

test('words that were found are marked where a system draws in its own colours', async ({
  browser,
}) => {
  const context = await browser.newContext({ forcedColors: 'active' });
  const page = await context.newPage();
  await page.goto('/en/search?q=bridge');
  const mark = page.locator('mark').first();
  const [marked, plain] = await mark.evaluate((element) => [
    getComputedStyle(element).backgroundColor,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(marked).not.toBe(plain);
  await context.close();
});
