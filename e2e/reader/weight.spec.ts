import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import { layoutShiftOf } from '../support/layout-shift.ts';
import { LEAD, pathOf } from '../../scripts/testing/edition/stories.ts';
import { EDITION_LOCALES } from '../../scripts/testing/edition/words.ts';

const KILOBYTE = 1024;

/** What a reader's page may weigh, in kB gzip; see the README for what it weighs. */
const BUDGET = { html: 17, javascript: 165, css: 9, fonts: 90, fontFiles: 2 };

/** One story in each language, of a usual length, with a picture, a gallery and a table. */
for (const locale of EDITION_LOCALES) {
  test(`the article page of ${locale} keeps to its budget`, async ({ page }) => {
    const loaded = { javascript: 0, css: 0, fonts: 0, fontFiles: 0 };
    page.on('response', (response) => {
      void response
        .body()
        .then((body) => {
          const path = new URL(response.url()).pathname;
          if (path.endsWith('.js')) loaded.javascript += gzipSync(body, { level: 9 }).length;
          if (path.endsWith('.css')) loaded.css += gzipSync(body, { level: 9 }).length;
          if (path.endsWith('.woff2')) {
            loaded.fonts += body.length;
            loaded.fontFiles += 1;
          }
        })
        .catch(() => {
          // A redirect has no body.
        });
    });
    const fresh = await page.goto(pathOf(LEAD, locale), { waitUntil: 'networkidle' });
    const html = gzipSync((await fresh?.body()) ?? '').length;
    expect(html / KILOBYTE).toBeLessThan(BUDGET.html);
    expect(loaded.javascript / KILOBYTE).toBeLessThan(BUDGET.javascript);
    expect(loaded.css / KILOBYTE).toBeLessThan(BUDGET.css);
    expect(loaded.fonts / KILOBYTE).toBeLessThan(BUDGET.fonts);
    expect(loaded.fontFiles).toBeLessThanOrEqual(BUDGET.fontFiles);
    expect(await layoutShiftOf(page)).toBeLessThan(0.02);
  });
}

test('who reads a front to its end fetches no runtime for it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/en');
  const runtime = await page.evaluate(
    () => JSON.parse(document.getElementById('runtime')?.textContent ?? '[]') as string[],
  );
  expect(runtime.length).toBeGreaterThan(2);
  await page.getByRole('heading', { name: en.Front.mostRead }).scrollIntoViewIfNeeded();
  await page.keyboard.press('End');
  const frame = () =>
    page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  for (let frames = 0; frames < 20; frames++) await frame();
  const paths = runtime.map((file) => new URL(file, page.url()).pathname);
  expect(asked.filter((path) => paths.includes(path))).toEqual([]);
});
