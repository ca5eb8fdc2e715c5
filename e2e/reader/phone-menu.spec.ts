import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/test.ts';
import { publication } from '../../publication.config.ts';

test.use({ viewport: { width: 360, height: 740 } });

test('the menu of a phone opens and closes by keys, and gives focus back', async ({ page }) => {
  await page.goto('/en');
  const menu = page.getByRole('navigation', { name: 'Menu' });
  const focused = page.locator(':focus');
  for (const name of [
    'Skip to main content',
    `${publication.name}, front page`,
    'English, this page',
    'Русский, this page',
    'Հայերեն, this page',
    'Azərbaycanca, this page',
    'Night theme',
    'Search',
    'Menu',
  ]) {
    await page.keyboard.press('Tab');
    await expect(focused).toHaveAccessibleName(name);
  }
  const opener = page.locator('summary');
  await expect(menu).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(focused).toHaveAccessibleName('Analytics');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press('Space');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Space');
  await expect(menu).toBeHidden();
  await expect(opener).toBeFocused();
});

test('the menu does not lie over what is focused after it', async ({ page }) => {
  await page.goto('/en');
  const menu = page.getByRole('navigation', { name: 'Menu' });
  await page.locator('summary').press('Enter');
  await expect(menu).toBeVisible();
  const links = page.locator('details').getByRole('link');
  await links.last().focus();
  await expect(menu).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(menu).toBeHidden();
  await expect(page.getByRole('main').locator(':focus')).toBeInViewport();
});

test('a press outside closes the menu, one of its links leads on', async ({ page }) => {
  await page.goto('/hy');
  const menu = page.getByRole('navigation', { name: 'Ցանկ' });
  await page.locator('summary').click();
  await expect(menu).toBeVisible();
  await page.mouse.click(180, 730);
  await expect(menu).toBeHidden();
  await page.locator('summary').click();
  await menu.getByRole('link', { name: 'Մշակույթ' }).click();
  await expect(page).toHaveURL('/hy/category/culture');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the open menu passes axe in the ${colorScheme} theme, and fits the screen`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/hy/category/sport');
    await page.locator('summary').click();
    const menu = page.getByRole('navigation', { name: 'Ցանկ' });
    await expect(menu.getByRole('link', { name: 'Սպորտ' })).toHaveAttribute('aria-current', 'page');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
}
