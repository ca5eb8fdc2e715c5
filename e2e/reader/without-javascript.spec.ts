import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

for (const [path, text] of [
  ['/en', 'Why Port Selme is dredging a channel nobody asked for'],
  ['/az/category/politics', 'Assambleya Vesk bərəsinin qış reyslərini bir səslə saxladı'],
  ['/en/search?q=salt', 'Salt again'],
  ['/ru/author/nare-velian', '«Корен» берёт Кубок побережья на последней минуте'],
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
