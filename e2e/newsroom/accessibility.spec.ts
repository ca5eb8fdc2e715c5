import AxeBuilder from '@axe-core/playwright';
import { begin, joinAs } from '../support/newsroom.ts';
import { expect, test } from '../support/test.ts';

/** The document is the same in both themes: of the dark one only what depends on colours is asked again. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen is free of faults that axe finds and fits 768 px, in ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 768, height: 1000 });
    await page.goto('/en/newsroom/sign-in');
    const look = async (path: string) => {
      await page.goto(path);
      const axe = new AxeBuilder({ page });
      if (colorScheme === 'dark') axe.withRules(OF_COLOURS);
      else axe.withTags(TAGS);
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => [path, id, nodes.map(({ html }) => html)])).toEqual(
        [],
      );
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, overflow]).toEqual([path, 0]);
    };
    await look('/en/newsroom/sign-in');
    await joinAs(page.request, 'editor-in-chief');
    const id = await begin(page.request, `Looked at in ${colorScheme}`);
    for (const locale of ['en', 'hy']) {
      await look(`/${locale}/newsroom`);
      await look(`/${locale}/newsroom/article/${id}`);
      await look(`/${locale}/newsroom/people`);
    }
    await look(`/en/newsroom/article/${id}/compare?from=1&to=1`);
  });
}

test('no screen of the newsroom scrolls sideways on a phone of 360 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await joinAs(page.request, 'editor-in-chief');
  const id = await begin(page.request, 'Looked at on a phone');
  const wide: [string, number][] = [];
  for (const screen of ['', '/account', '/people', '/front', '/log', '/media', `/article/${id}`]) {
    const path = `/hy/newsroom${screen}`;
    await page.goto(path);
    await expect(page.getByRole('main')).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 360) wide.push([path, width]);
  }
  expect(wide).toEqual([]);
});
