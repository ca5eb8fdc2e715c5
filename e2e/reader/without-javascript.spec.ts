import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { LEAD, TABLE, pathOf } from '../../scripts/testing/edition/stories.ts';

test.use({ javaScriptEnabled: false });

const STORY = pathOf(LEAD, 'hy');
const SEARCH = `/hy/search?q=${encodeURIComponent('քարհանք')}`;

for (const [path, text] of [
  ['/en', LEAD.articles.en.headline],
  ['/az/category/politics', 'Osk: bazar dam altına köçür'],
  ['/en/search?q=limestone', TABLE.articles.en.headline],
  ['/ru/author/lia-novik', 'Саро: библиотека работает и ночью'],
] as const) {
  test(`${path} is whole`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('link', { name: text }).first()).toBeVisible();
  });
}

test('the menu of a phone opens without JavaScript', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/en');
  await page.getByLabel('Menu').first().click();
  await expect(
    page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Culture' }),
  ).toBeVisible();
});

test('a list leads on by a link, page by page and back', async ({ page }) => {
  await page.goto('/hy/category/analytics');
  const headlines = page.getByRole('main').getByRole('heading', { level: 2 });
  const first = await headlines.allTextContents();
  await page.getByRole('link', { name: 'Այլ նյութեր' }).click();
  await expect(page).toHaveURL('/hy/category/analytics/page/2');
  const second = await headlines.allTextContents();
  expect(second.length).toBeGreaterThan(0);
  expect(second.filter((headline) => first.includes(headline))).toEqual([]);
  await expect(page.getByRole('navigation', { name: 'Էջեր' })).toContainText('Էջ 2/2');
  await page.getByRole('link', { name: 'Ավելի նոր նյութեր' }).click();
  await expect(page).toHaveURL('/hy/category/analytics');
});

test('a story leads on to its category, of which it shows the newest', async ({ page }) => {
  await page.goto(STORY);
  await page.getByRole('link', { name: 'Այլ նյութեր', exact: true }).click();
  await expect(page).toHaveURL('/hy/category/analytics');
});

test.describe('by night, in Armenian', () => {
  test.use({ colorScheme: 'dark', viewport: { width: 360, height: 740 } });

  for (const [path, whole] of [
    [STORY, 'Նոյեմբերի 9-ի առավոտյան'],
    ['/hy/category/analytics', 'Ինչո՞ւ է Վելդարը'],
    [SEARCH, 'նյութ'],
  ] as const) {
    test(`${path.slice(0, 24)} is whole and dark`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByText(whole).first()).toBeVisible();
      await expect(page.getByRole('contentinfo')).toContainText('©');
      const [ground, ink] = await page
        .locator('body')
        .evaluate((body) => [getComputedStyle(body).backgroundColor, getComputedStyle(body).color]);
      expect([ground, ink]).toEqual(['rgb(18, 17, 15)', 'rgb(236, 231, 222)']);
      expect(await page.locator('[style]').count()).toBe(0);
    });

    test(`${path.slice(0, 24)} passes axe before any script has come`, async ({ browser }) => {
      // The checker is itself a script: the page's own are kept away instead.
      const context = await browser.newContext({ javaScriptEnabled: true, colorScheme: 'dark' });
      const page = await context.newPage();
      await page.route('**/_next/static/**/*.js', (route) => route.abort());
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await context.close();
    });
  }

  test('a question is asked and filtered by the form alone', async ({ page }) => {
    await page.goto('/hy/search');
    await page.getByRole('searchbox').fill('քարհանք');
    await page.getByRole('combobox', { name: 'Բաժին' }).selectOption({ label: 'Վերլուծություն' });
    await page.getByRole('button', { name: 'Որոնել' }).click();
    await expect(page).toHaveURL(/category=analytics/);
    await expect(page.getByRole('status')).toContainText('գտնվեց');
    await expect(page.getByRole('listitem').locator('mark').first()).toBeVisible();
  });
});

test('nothing that only a script does is offered without one', async ({ page }) => {
  await page.goto(pathOf(LEAD, 'en'));
  await expect(page.getByRole('link', { name: 'E-mail' }).first()).toBeVisible();
  for (const tool of ['[data-share]', '[data-print]', '[data-copy]', '[data-text-size-by]'])
    await expect(page.locator(tool).first()).toBeHidden();
});
