import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { LEAD, pathOf } from '../../scripts/testing/edition/stories.ts';

const ARTICLE = pathOf(LEAD, 'en');
/** The least that the text of a story may be, in pixels. */
const LEAST = 16;

const bodySize = (page: Page) =>
  page
    .getByRole('paragraph')
    .filter({ hasText: 'On the morning of 9 November' })
    .evaluate((paragraph) => parseFloat(getComputedStyle(paragraph).fontSize));

/** What the page looked like at its first paint: asked in the frame before it, before any script of ours but the first. */
async function recordFirstFrame(page: Page) {
  await page.addInitScript(() => {
    requestAnimationFrame(() => {
      const root = document.documentElement;
      sessionStorage.setItem(
        'first-frame',
        JSON.stringify([root.dataset['theme'] ?? '', root.dataset['textSize'] ?? '']),
      );
    });
  });
}
const firstFrame = (page: Page) =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem('first-frame') ?? 'null') as unknown);

/** Layout shift of the page so far. */
const shift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );

test('the text has five sizes, each larger than the one before, spoken, with an end at either side', async ({
  page,
}) => {
  await page.goto(ARTICLE);
  const [smaller, larger] = [
    page.getByRole('button', { name: 'Smaller text' }),
    page.getByRole('button', { name: 'Larger text' }),
  ];
  const said = (step: number) => page.getByText(`Text size ${step} of 5`);
  await smaller.click();
  await expect(said(2)).toBeAttached();
  await smaller.click();
  await expect(said(1)).toBeAttached();
  await expect(smaller).toHaveAttribute('aria-disabled', 'true');
  // Still there for a screen reader, though it does no more.
  await smaller.press('Enter');
  await expect(said(1)).toBeAttached();
  const sizes = [await bodySize(page)];
  for (const step of [2, 3, 4, 5]) {
    await larger.click();
    await expect(said(step)).toBeAttached();
    sizes.push(await bodySize(page));
  }
  await expect(larger).toHaveAttribute('aria-disabled', 'true');
  expect(sizes[0]).toBeGreaterThanOrEqual(LEAST);
  expect(sizes).toEqual([...new Set(sizes)].sort((one, other) => one - other));
});

test('the size is there before the first paint, on every later page, and moves nothing', async ({
  page,
}) => {
  await page.goto(ARTICLE);
  const larger = page.getByRole('button', { name: 'Larger text' });
  await larger.click();
  await larger.click();
  const size = await bodySize(page);
  await recordFirstFrame(page);
  await page.reload();
  await expect(larger).toHaveAttribute('aria-disabled', 'true');
  expect(await firstFrame(page)).toEqual(['', '5']);
  expect(await bodySize(page)).toBe(size);
  expect(await shift(page)).toBeLessThan(0.02);
});

test('a size that nobody could have chosen is not put on the page', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('text-size', '9');
    localStorage.setItem('theme', '"><script>');
  });
  await recordFirstFrame(page);
  await page.goto(ARTICLE);
  expect(await firstFrame(page)).toEqual(['', '']);
});

for (const [system, chosen] of [
  ['light', 'dark'],
  ['dark', 'light'],
] as const) {
  test(`${chosen} chosen against a ${system} system is there before the first paint, without a shift`, async ({
    page,
  }) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.emulateMedia({ colorScheme: system });
    await page.goto('/hy');
    const toggle = page.getByRole('button', { name: 'Գիշերային տեսք' });
    await expect(toggle).toHaveAttribute('aria-pressed', String(system === 'dark'));
    const before = await ground();
    await toggle.click();
    await expect(toggle).toHaveAttribute('aria-pressed', String(chosen === 'dark'));
    const after = await ground();
    expect(after).not.toBe(before);
    await recordFirstFrame(page);
    await page.goto('/ru');
    expect(await firstFrame(page)).toEqual([chosen, '']);
    expect(await ground()).toBe(after);
    await expect(page.getByRole('button', { name: 'Ночная тема' })).toHaveAttribute(
      'aria-pressed',
      String(chosen === 'dark'),
    );
    expect(await shift(page)).toBeLessThan(0.02);
    expect(await page.context().cookies()).toEqual([]);
  });
}

test('until one is chosen the theme follows the system, at once', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/en');
  const toggle = page.getByRole('button', { name: 'Night theme' });
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
});

test('who chooses what the system shows follows the system again', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/en');
  const toggle = page.getByRole('button', { name: 'Night theme' });
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
});

test('a theme is chosen for every open window, and for the bar above the page', async ({
  page,
  context,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const other = await context.newPage();
  await other.emulateMedia({ colorScheme: 'light' });
  await other.goto('/ru');
  await page.goto('/en');
  await page.getByRole('button', { name: 'Night theme' }).click();
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  for (const window of [page, other])
    expect(await window.locator('meta[name=theme-color]').first().getAttribute('content')).toBe(
      await window.evaluate(() => getComputedStyle(document.body).backgroundColor),
    );
});

test('a larger text is larger in its tables and its standfirst too', async ({ page }) => {
  await page.goto(ARTICLE);
  const sizes = () =>
    page.evaluate(() =>
      ['table', 'strong'].map((selector) =>
        parseFloat(
          getComputedStyle(document.querySelector(`article ${selector}`) ?? document.body).fontSize,
        ),
      ),
    );
  const before = await sizes();
  await page.getByRole('button', { name: 'Larger text' }).click();
  await expect
    .poll(async () => (await sizes()).every((size, at) => size > (before[at] ?? 0)))
    .toBe(true);
});
