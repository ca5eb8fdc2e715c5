import AxeBuilder from '@axe-core/playwright';
import type { Page, Request } from '@playwright/test';
import { expect, test } from '../support/test.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'What are you looking for?' });
const field = (page: Page) => page.getByRole('combobox', { name: 'What are you looking for?' });
const opener = (page: Page) => page.getByRole('link', { name: 'Search', exact: true });

/** Opens the search by its key once the page's script listens: until then the key does nothing. */
async function openByKey(page: Page) {
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(field(page)).toBeFocused({ timeout: 1000 });
  }).toPass();
}

test('the search opens by / and closes by its button, and the key is a letter where one writes', async ({
  page,
}) => {
  await page.goto('/en');
  await openByKey(page);
  await field(page).pressSequentially('and/or');
  await expect(field(page)).toHaveValue('and/or');
  await page.getByRole('button', { name: 'Close the search' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL('/en');
  await openByKey(page);
  await expect(field(page)).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.goto('/en/search');
  await page.getByRole('searchbox').pressSequentially('and/or');
  await expect(page.getByRole('searchbox')).toHaveValue('and/or');
  await expect(dialog(page)).toBeHidden();
});

test('focus stays inside the open search, both ways round, and goes back to the link that opened it', async ({
  page,
}) => {
  await page.goto('/en');
  await openByKey(page);
  await page.keyboard.press('Escape');
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await field(page).fill('bridge');
  await expect(page.getByRole('option').first()).toBeVisible();
  const isInside = () =>
    page.evaluate(() => document.activeElement?.closest('dialog[open]') !== null);
  for (const key of [...Array<string>(8).fill('Tab'), ...Array<string>(8).fill('Shift+Tab')]) {
    await page.keyboard.press(key);
    expect(await isInside()).toBe(true);
  }
  await page.getByRole('button', { name: 'Close the search' }).press('Enter');
  await expect(opener(page)).toBeFocused();
});

test('Back closes the search in one step, and after closing it in any way one step leads to the page before', async ({
  page,
}) => {
  await page.goto('/en/about');
  await page.goto('/en');
  await openByKey(page);
  await page.goBack();
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL('/en');
  await openByKey(page);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL('/en/about');
});

test('Back from an answer and from a suggestion leads to the page in one step', async ({
  page,
}) => {
  await page.goto('/en/about');
  await page.goto('/en');
  await openByKey(page);
  await field(page).fill('quarry & roads');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/en/search?q=quarry%20%26%20roads');
  await page.goBack();
  await expect(page).toHaveURL('/en');
  await openByKey(page);
  await field(page).fill('quarr');
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(/\/en\/post\//);
  await page.goBack();
  await expect(page).toHaveURL('/en');
  await page.goBack();
  await expect(page).toHaveURL('/en/about');
});

test('suggestions are chosen by the arrows, and spoken', async ({ page }) => {
  await page.goto('/en');
  await openByKey(page);
  await field(page).fill('quarr');
  const option = page.getByRole('option');
  await expect(option).toHaveCount(1);
  await expect(dialog(page).getByRole('status')).toHaveText('Suggestions: 1');
  await page.keyboard.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(field(page)).toHaveAttribute(
    'aria-activedescendant',
    (await option.getAttribute('id')) ?? '',
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/post\/why-veldar/);
});

test('a stale question is cancelled and its answer never shown', async ({ page }) => {
  const asked = (text: string) => (request: Request) =>
    new URL(request.url()).searchParams.get('q') === text;
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/api/suggestions/**', async (route) => {
    if (asked('limestone')(route.request())) await held;
    await route.fallback();
  });
  await page.goto('/en');
  await openByKey(page);
  const stale = page.waitForEvent('request', asked('limestone'));
  const cancelled = page.waitForEvent('requestfailed', asked('limestone'));
  await field(page).fill('limestone');
  await stale;
  await field(page).fill('quarr');
  expect((await cancelled).failure()?.errorText).toBe('net::ERR_ABORTED');
  await expect(page.getByRole('option')).toHaveText([/quarry/]);
  letGo();
  await expect(page.getByRole('option')).toHaveText([/quarry/]);
});

test('on a slow network a search is typed and sent before any suggestion comes', async ({
  page,
}) => {
  await page.goto('/en');
  await openByKey(page);
  await page.route('**/api/suggestions/**', () => {
    // Never answered.
  });
  await field(page).fill('quarry');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText(/found for “quarry”$/);
});

test('suggestions that fail leave the search as it is', async ({ page }) => {
  await page.route('**/api/suggestions/**', (route) => route.fulfill({ status: 503, json: {} }));
  await page.goto('/en');
  await openByKey(page);
  const failed = page.waitForResponse((response) => response.status() === 503);
  await field(page).fill('quarry');
  await failed;
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/en/search?q=quarry');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the open search passes axe in the ${colorScheme} theme, with and without suggestions`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/en');
    await openByKey(page);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await field(page).fill('bridge');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}
