import { expectPasted } from '../support/pasted.ts';
import { expect, test } from '../support/test.ts';
import { ALONE, EMBED, LEAD, TABLE, pathOf } from '../../scripts/testing/edition/stories.ts';

const ARTICLE = pathOf(LEAD, 'en');

test('a story is whole: who wrote it, when, the text with its table and quote', async ({
  page,
}) => {
  await page.goto(ARTICLE);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(LEAD.articles.en.headline);
  await expect(page.getByRole('link', { name: 'Mila Arden' })).toHaveAttribute(
    'href',
    '/en/author/mila-arden',
  );
  await expect(page.getByText('24 November 2026 06:00 (UTC+4)')).toBeVisible();
  await expect(page.getByRole('table')).toContainText('No road');
  await expect(page.getByText('Ana Horst')).toBeVisible();
});

test('the view count comes after load, and a second look of the same reader does not raise it', async ({
  page,
}) => {
  await page.goto(ARTICLE);
  const count = page.getByText(/^1\s8\d\d views$/);
  await expect(count).toBeVisible();
  const first = await count.textContent();
  await page.reload();
  await expect(count).toHaveText(first ?? '');
});

test('the text grows in steps, says so, and stays so on the next page', async ({ page }) => {
  await page.goto(ARTICLE);
  await page.getByRole('button', { name: /Larger text/ }).click();
  await expect(page.getByText('Text size 4 of 5')).toBeAttached();
  await page.goto(pathOf(TABLE, 'en'));
  await expect(page.locator('html')).toHaveAttribute('data-text-size', '4');
});

test('copying the link is said in the language of the page', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-write']);
  await page.goto(pathOf(EMBED, 'ru'));
  await page.getByRole('button', { name: 'Скопировать ссылку' }).click();
  await expect(page.getByText('Ссылка скопирована')).toBeVisible();
  await expectPasted(page, page.url());
});

test('the switcher leads to the same story, and says where there is none', async ({ page }) => {
  await page.goto(ARTICLE);
  await page.getByRole('link', { name: /^Հայերեն.*this story$/ }).click();
  await expect(page).toHaveURL(/\/hy\/post\//);
  await page.goto(pathOf(ALONE, 'en'));
  await expect(
    page.getByRole('link', { name: /^Русский.*not available in this language/ }),
  ).toHaveAttribute('href', '/ru');
});

test('the night theme is kept, and a page begins in it', async ({ page }) => {
  await page.goto('/en');
  await page.getByRole('button', { name: 'Night theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Night theme' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('an embed asks nobody before the reader presses its button', async ({ page }) => {
  const foreign: string[] = [];
  await page.route(/^https:/, (route) => {
    foreign.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<p>post</p>' });
  });
  await page.goto(pathOf(EMBED, 'en'));
  const button = page.getByRole('button', { name: 'Show the post from Telegram' });
  await button.scrollIntoViewIfNeeded();
  expect(foreign).toEqual([]);
  await button.click();
  await expect.poll(() => foreign).toEqual(['https://t.me/veldarpost/412?embed=1']);
});
