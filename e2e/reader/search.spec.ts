import { expect, test } from '../support/test.ts';
import { LEAD } from '../../scripts/testing/edition/stories.ts';

test('the search opens by its key, suggests, and gives focus back when Esc closes it', async ({
  page,
}) => {
  await page.goto('/en');
  const opener = page.getByRole('link', { name: 'Search', exact: true });
  await opener.focus();
  await expect(page.getByRole('button', { name: 'Night theme' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await opener.press('Enter');
  const field = page.getByRole('combobox', { name: 'What are you looking for?' });
  await expect(field).toBeFocused();
  await field.fill('quarr');
  await expect(page.getByRole('option')).toHaveText([LEAD.articles.en.headline]);
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(opener).toBeFocused();
});

test('Back closes the search in one step and stays on the page', async ({ page }) => {
  await page.goto('/en/about');
  await page.goto('/en');
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  const field = page.getByRole('combobox');
  await expect(field).toBeFocused();
  await page.goBack();
  await expect(field).toBeHidden();
  await expect(page).toHaveURL(/\/en$/);
});

test('an answer marks the words, in the forms of the language', async ({ page }) => {
  await page.goto('/ru/search?q=карьеры');
  await expect(page.getByRole('status')).toHaveText(
    /^По запросу «карьеры» найден(о|) \d+ материал/,
  );
  await expect(page.getByRole('listitem').locator('mark').first()).toContainText(/карьер/i);
});

test('Armenian questions are found without their marks', async ({ page }) => {
  await page.goto(`/hy/search?q=${encodeURIComponent('ինչու')}`);
  await expect(page.getByRole('link', { name: /Ինչո՞ւ է Վելդարը/ }).first()).toBeVisible();
});

test('a misspelt word is answered with the nearest one', async ({ page }) => {
  await page.goto('/en/search?q=quary');
  await page.getByRole('link', { name: 'quarry', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('1 story found for “quarry”');
});

test('a filter acts when it is chosen', async ({ page }) => {
  await page.goto('/en/search?q=bridge');
  await page.getByLabel('Order').selectOption({ value: 'newest' });
  await expect(page).toHaveURL(/order=newest/);
});
