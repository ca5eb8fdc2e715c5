/**
 * What comes late, after the page was read for a while, may not come: the reader is offline, a blocker stands
 * between, a deploy has taken the file away. The page stays as it was, and says what is missing.
 */
import { expect, test, type Page } from '@playwright/test';
import { hydrated } from '../../components/runtime/Hydrated.attributes.ts';
import en from '../../messages/en.json' with { type: 'json' };
import { EMBED, LEAD, pathOf } from '../../scripts/testing/edition/stories.ts';

/** Each kind of page that can be hydrated. */
const PAGES = {
  front: '/en',
  category: '/en/category/analytics',
  story: pathOf(LEAD, 'en'),
  'story with an embed': pathOf(EMBED, 'en'),
  topic: '/en/topic/coast',
  search: '/en/search?q=bridge',
  page: '/en/about',
  'missing page': '/en/none',
} as const;

const field = (page: Page) => page.getByRole('combobox', { name: en.Search.prompt });
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });

/** Opens the search once the page's script listens. */
async function openSearch(page: Page) {
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(field(page)).toBeFocused({ timeout: 1000 });
  }).toPass();
}

/** The page's own words; how often a story was read is counted after the page is made. */
const textOf = async (page: Page) => {
  const words = await page.locator('main').innerText();
  return words.replace(/[\d,.\s]+ views\b/g, ' ').replace(/\s+/g, ' ');
};

/** What the runtime is made of, as the page names it. */
const filesOf = (page: Page) =>
  page.evaluate(
    () => JSON.parse(document.getElementById('runtime')?.textContent ?? '[]') as string[],
  );

for (const [kind, path] of Object.entries(PAGES)) {
  test(`a ${kind} stays whole whichever of its late files is lost, says so, and asks again`, async ({
    page,
  }) => {
    test.slow();
    let lost = '';
    // From the beginning: what is asked for while a route is being laid passes by it.
    await page.route(/\.(js|css)(\?|$)/, (route) =>
      new URL(route.request().url()).pathname === lost ? route.abort() : route.fallback(),
    );
    await page.goto(path);
    const before = await textOf(page);
    const files = await filesOf(page);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      lost = new URL(file, page.url()).pathname;
      const asked = page.waitForEvent('requestfailed', (request) => request.url().includes(lost));
      await openSearch(page);
      await asked;
      await expect(said(page, en.Search.suggestionsFailed)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(said(page, en.Masthead.late)).toBeVisible();
      expect(await textOf(page)).toBe(before);
      // Escape goes back in the history in its own time: the next press of the search waits for that.
      await page.waitForFunction(() => !(history.state as { search?: string } | null)?.search);
    }
    lost = '';
    // What was lost last has come back: the next time it is asked for, it is there.
    await openSearch(page);
    await field(page).fill('quarr');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expect(said(page, en.Masthead.late)).toHaveCount(0);
  });
}

test('a reader who goes offline with the search open goes on typing, and reads that suggestions do not come', async ({
  page,
  context,
}) => {
  await page.addInitScript((event) => {
    addEventListener(event, () => document.documentElement.setAttribute('data-hydrated', ''));
  }, hydrated.event);
  await page.goto('/en');
  await openSearch(page);
  await expect(page.locator('html')).toHaveAttribute('data-hydrated');
  await context.setOffline(true);
  await field(page).pressSequentially('quarry');
  await expect(said(page, en.Search.suggestionsFailed)).toBeVisible();
  await expect(field(page)).toHaveValue('quarry');
  await context.setOffline(false);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/en/search?q=quarry');
});

for (const [kind, path] of [
  ['category', PAGES.category],
  ['story', PAGES.story],
] as const) {
  test(`who reads to the end of a ${kind} offline keeps the page and its link to the next stories`, async ({
    page,
    context,
  }) => {
    await page.goto(path);
    const headline = await page.getByRole('heading', { level: 1 }).innerText();
    await context.setOffline(true);
    await expect(async () => {
      await page.keyboard.press('End');
      await expect(said(page, en.Masthead.late)).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline);
    await expect(page.getByRole('link', { name: en.List.more })).toBeVisible();
  });
}

test('a list whose loader does not come says so and links to its next page', async ({ page }) => {
  await page.goto(PAGES.category);
  const awaited = new Set(await filesOf(page));
  // What the runtime itself asks for later.
  await page.route('**/_next/static/**/*.js', (route) =>
    awaited.has(new URL(route.request().url()).pathname) ? route.fallback() : route.abort(),
  );
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(said(page, en.List.failed)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByRole('link', { name: en.List.more })).toHaveAttribute(
    'href',
    `${PAGES.category}/page/2`,
  );
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
});

test('an embed that is pressed while nothing comes opens once it can', async ({
  page,
  context,
}) => {
  await page.goto(PAGES['story with an embed']);
  const show = page.getByRole('button', {
    name: en.Article.embedShow.replace('{provider}', 'Telegram'),
  });
  await show.scrollIntoViewIfNeeded();
  await context.setOffline(true);
  await show.click();
  await expect(said(page, en.Masthead.late)).toBeVisible();
  await expect(show).toBeVisible();
  await context.setOffline(false);
  await show.click();
  await expect(page.locator('iframe')).toHaveCount(1);
  await expect(said(page, en.Masthead.late)).toHaveCount(0);
});
