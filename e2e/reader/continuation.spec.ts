import type { Page } from '@playwright/test';
import { layoutShiftOf } from '../support/layout-shift.ts';
import { expect, test } from '../support/test.ts';
import { LEAD, pathOf } from '../../scripts/testing/edition/stories.ts';

/** Stories of one page. */
const PAGE = 12;
const CATEGORY = '/en/category/analytics';
const ARTICLE = pathOf(LEAD, 'en');

const headings = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });
const more = (page: Page) => page.getByRole('link', { name: 'More stories' });
const said = (page: Page) => page.getByRole('main').getByRole('status');

/** How many stories the category has; more than one page, and not so many that the reader would be asked. */
async function totalOf(page: Page): Promise<number> {
  const answer = await page.request.get('/api/categories/en/analytics?page=1');
  const { total } = (await answer.json()) as { total: number };
  expect(total).toBeGreaterThan(PAGE);
  expect(total).toBeLessThanOrEqual(3 * PAGE);
  return total;
}

async function readToTheEnd(page: Page) {
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(page.getByText('No more stories in this category.')).toBeVisible({
      timeout: 500,
    });
  }).toPass();
}

test('a category goes on as its end comes near, says so, and leaves the footer within reach', async ({
  page,
}) => {
  const total = await totalOf(page);
  await page.goto(CATEGORY);
  await expect(headings(page)).toHaveCount(PAGE);
  await expect(more(page)).toHaveAttribute('href', `${CATEGORY}/page/2`);
  await readToTheEnd(page);
  await expect(headings(page)).toHaveCount(total);
  await expect(said(page)).toHaveText(`${total - PAGE} more stories loaded`);
  const texts = await headings(page).allTextContents();
  expect(new Set(texts).size).toBe(total);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).focus();
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' })).toBeInViewport(
    { ratio: 1 },
  );
});

test('stories that come while the reader waits at the end of the list move nothing that was there', async ({
  page,
}) => {
  await page.setViewportSize({ width: 412, height: 820 });
  let come = () => {};
  const isTime = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/api/categories/**', async (route) => {
    await isTime;
    await route.continue();
  });
  await page.goto(CATEGORY);
  await expect(headings(page)).toHaveCount(PAGE);
  await more(page).scrollIntoViewIfNeeded();
  await expect(page.getByText('Loading')).toBeInViewport();
  // A test scrolls before a font is there that comes with the first paint; that is not asked here.
  const before = await layoutShiftOf(page, 'main');
  come();
  await expect(headings(page).nth(PAGE)).toBeVisible();
  // The footer cannot but give way.
  expect((await layoutShiftOf(page, 'main')) - before).toBeLessThan(0.01);
});

test('under a story the others of its category follow, each once, and never the story itself', async ({
  page,
}) => {
  const total = await totalOf(page);
  await page.goto(ARTICLE);
  const after = page.getByRole('region', { name: 'More in Analytics' });
  const stories = after.getByRole('article').getByRole('heading');
  await expect(stories).toHaveCount(2);
  const counts: string[] = [];
  await page.exposeFunction('keepCount', (count: string) => counts.push(count));
  await page.evaluate(() => {
    new MutationObserver(() => {
      for (const status of document.querySelectorAll(
        '#more ~ * [role=status], section [role=status]',
      ))
        if (status.textContent)
          void (window as unknown as { keepCount: (text: string) => void }).keepCount(
            status.textContent,
          );
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await more(page).scrollIntoViewIfNeeded();
  await expect(stories).toHaveCount(PAGE);
  await readToTheEnd(page);
  await expect(stories).toHaveCount(total - 1);
  const texts = await stories.allTextContents();
  expect(new Set(texts).size).toBe(total - 1);
  expect(texts).not.toContain(LEAD.articles.en.headline);
  // A live region whose words stay the same is not spoken again: the number grows.
  await expect(after.getByRole('status')).toHaveText(`${total - 3} more stories loaded`);
});

test('after three pages the reader is asked, so that a long list has an end', async ({ page }) => {
  // As many stories as a year makes: each page says that there are more.
  await page.route('**/api/categories/**', async (route) => {
    const number = Number(new URL(route.request().url()).searchParams.get('page'));
    const answer = await route.fetch({
      url: route
        .request()
        .url()
        .replace(/page=\d+/, 'page=2'),
    });
    const body = (await answer.json()) as { articles: { id: number }[] };
    const articles = body.articles.map((card) => ({ ...card, id: card.id + number * 10_000 }));
    await route.fulfill({ json: { ...body, articles, page: number, pageCount: 9 } });
  });
  await page.goto(CATEGORY);
  const followers = (await totalOf(page)) - PAGE;
  const button = page.getByRole('button', { name: 'More stories' });
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(button).toBeVisible({ timeout: 500 });
  }).toPass();
  // Pages that are laid out only once they are seen make the list longer under the first press.
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(page.getByRole('contentinfo')).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(headings(page)).toHaveCount(PAGE + 3 * followers);
  await button.click();
  await expect(headings(page)).toHaveCount(PAGE + 4 * followers);
});

test('Back from a story finds the list as it was, where it was', async ({ page }) => {
  const total = await totalOf(page);
  await page.goto(CATEGORY);
  await readToTheEnd(page);
  const story = headings(page).nth(17).getByRole('link');
  const headline = await story.textContent();
  await story.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(2000);
  await story.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline ?? '');
  await page.goBack();
  await expect(headings(page)).toHaveCount(total);
  await expect(headings(page).nth(17)).toBeInViewport();
  expect(Math.abs((await page.evaluate(() => scrollY)) - place)).toBeLessThan(80);

  // A new visit begins a new list, and Back from it leads to that one.
  await page.goto('/en/about');
  await page.goto(CATEGORY);
  await expect(headings(page)).toHaveCount(PAGE);
  await headings(page).first().getByRole('link').click();
  await expect(page).toHaveURL(/\/post\//);
  await page.goBack();
  await expect(headings(page)).toHaveCount(PAGE);
  expect(await page.evaluate(() => scrollY)).toBeLessThan(1000);
});

test('a new visit discards the list of the previous one, also when no script file loads', async ({
  page,
}) => {
  await page.goto(CATEGORY);
  await readToTheEnd(page);
  await page.goto('/en/about');
  // As where the reader presses a headline before the script files are there.
  await page.route('**/_next/static/chunks/**', (route) => route.abort());
  await page.goto(CATEGORY);
  await headings(page).first().getByRole('link').click();
  await expect(page).toHaveURL(/\/post\//);
  await page.unroute('**/_next/static/chunks/**');
  await page.goBack();
  await page.mouse.move(50, 50);
  await expect(headings(page)).toHaveCount(PAGE);
  expect(await page.evaluate(() => scrollY)).toBeLessThan(1000);
});

test('who leaves before the stories have come finds them on coming back', async ({ page }) => {
  await page.goto(CATEGORY);
  await page.route('**/api/categories/**', () => {
    // Never answered: the network is that slow.
  });
  await more(page).scrollIntoViewIfNeeded();
  await expect(page.getByText('Loading more stories')).toBeVisible();
  await headings(page).nth(11).getByRole('link').click();
  await expect(page).toHaveURL(/\/post\//);
  await page.unroute('**/api/categories/**');
  await page.goBack();
  await expect(headings(page)).toHaveCount(await totalOf(page));
});

test('stories that do not come are asked for again by a button', async ({ page }) => {
  let isDown = true;
  await page.route('**/api/categories/**', (route) =>
    isDown ? route.fulfill({ status: 503, json: {} }) : route.fallback(),
  );
  await page.goto(CATEGORY);
  await more(page).scrollIntoViewIfNeeded();
  await expect(page.getByText('More stories could not be loaded.')).toBeVisible();
  isDown = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(headings(page)).toHaveCount(await totalOf(page));
});
