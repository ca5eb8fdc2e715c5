import { change, joinAs, publishNew, revision } from '../support/newsroom.ts';
import { expect, test } from '../support/test.ts';

/** Sets the headlines of one run apart from those of another on the same data. */
const RUN = Date.now().toString(36);

test('a translation is written beside its original, shows when the original changed, and is published by itself', async ({
  page,
}) => {
  await joinAs(page.request, 'editor-in-chief');
  const headline = `Two tides ${RUN}`;
  const id = await publishNew(page.request, headline);

  await page.goto(`/en/newsroom/article/${id}`);
  const translate = page.getByRole('button', { name: 'Translate', exact: true });
  await page.locator('form').filter({ has: translate }).getByRole('combobox').selectOption('hy');
  await translate.click();
  await page.waitForURL((url) => !url.pathname.endsWith(`/${id}`));
  const original = page.locator('details').filter({ hasText: 'Original: English' });
  await expect(original.getByText(headline, { exact: true })).toBeVisible();
  await expect(original.getByRole('listitem').first()).toBeVisible();
  await expect(original.getByText('It has changed for readers')).toHaveCount(0);

  await change(page.request, `articles/${id}/save-markdown`, {
    version: 2,
    draft: revision(`${headline}, and a third`),
  });
  await change(page.request, `articles/${id}/update`, { version: 3, isMarkedUpdated: false });
  await page.reload();
  await expect(original.getByText('It has changed for readers')).toBeVisible();
  await original.getByRole('link', { name: 'What changed' }).click();
  await expect(page.locator('ins').first()).toContainText('third');
  // The translation is nobody's yet: its readers have the original alone.
  const originalPage = await (await page.request.get(`/en/post/two-tides-${RUN}`)).text();
  expect(originalPage).not.toContain(`hreflang="hy"`);
  await change(page.request, `articles/${id}/withdraw`, { reason: 'End of the test' });
});
