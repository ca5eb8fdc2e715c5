import { expect, test } from '../support/test.ts';

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
  await field.fill('dredg');
  await expect(page.getByRole('option')).toHaveText([
    'Why Port Selme is dredging a channel nobody asked for',
  ]);
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
  await page.goto('/ru/search?q=краны');
  await expect(page.getByRole('status')).toHaveText(/^По запросу «краны» найден(о|) \d+ материал/);
  await expect(page.getByRole('listitem').locator('mark').first()).toContainText(/кран/i);
});

test('Armenian questions are found without their marks', async ({ page }) => {
  await page.goto(`/hy/search?q=${encodeURIComponent('ինչու')}`);
  await expect(page.getByRole('link', { name: /Ինչո՞ւ է Պորտ Սելմեն|Ինչո/ }).first()).toBeVisible();
});

test('a misspelt word is answered with the nearest one', async ({ page }) => {
  await page.goto('/en/search?q=dreging');
  await page.getByRole('link', { name: 'dredging', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('1 story found for “dredging”');
});

test('a filter acts when it is chosen', async ({ page }) => {
  await page.goto('/en/search?q=port');
  await page.getByLabel('Order').selectOption({ value: 'newest' });
  await expect(page).toHaveURL(/order=newest/);
});
