import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

/** The document is the same in both themes: of the dark one only what depends on colours is asked again. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

for (const locale of ['en', 'ru', 'hy', 'az']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every page of ${locale} in the ${colorScheme} theme passes axe`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      await page.goto(`/${locale}`);
      const article = await page
        .getByRole('heading', { level: 2 })
        .getByRole('link')
        .first()
        .getAttribute('href');
      for (const path of [
        `/${locale}`,
        article ?? '',
        `/${locale}/category/analytics`,
        `/${locale}/search?q=bridge`,
        `/${locale}/about`,
        `/${locale}/none`,
      ]) {
        await page.goto(path);
        const axe = new AxeBuilder({ page });
        if (colorScheme === 'dark') axe.withRules(OF_COLOURS);
        const { violations } = await axe.analyze();
        expect(
          violations.map(({ id, nodes }) => [
            path,
            id,
            nodes.map((node) => node.html.slice(0, 160)),
          ]),
        ).toEqual([]);
      }
      await context.close();
    });
  }
}

test('no page scrolls sideways at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of [
    '/en',
    '/hy',
    '/ru/category/analytics',
    '/az/search?q=körpü',
    '/hy/privacy',
  ]) {
    await page.goto(path);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
      path,
      320,
    ]);
  }
});
