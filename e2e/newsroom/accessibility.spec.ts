import AxeBuilder from '@axe-core/playwright';
import { begin, joinAs } from '../support/newsroom.ts';
import { expect, test } from '../support/test.ts';

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
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
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
    const id = await begin(page.request, 'Looked at');
    for (const locale of ['en', 'hy']) {
      await look(`/${locale}/newsroom`);
      await look(`/${locale}/newsroom/article/${id}`);
      await look(`/${locale}/newsroom/people`);
    }
    await look(`/en/newsroom/article/${id}/compare?from=1&to=1`);
  });
}
