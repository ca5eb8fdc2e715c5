import { begin, change, joinAs } from '../support/newsroom.ts';
import { tryPublishing } from '../../scripts/testing/try-publishing.ts';
import { expect, test } from '../support/test.ts';

/** Sets the headlines of one run apart from those of another on the same data. */
const RUN = Date.now().toString(36);
const LATE = 5000;

test('an editor previews in any width, shows a guest, schedules in two languages, corrects and withdraws', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await joinAs(page.request, 'editor');
  const headline = `The bridge opens ${RUN}`;
  const id = await begin(page.request, headline);
  const { id: russian } = await change<{ id: number }>(page.request, `articles/${id}/translate`, {
    locale: 'ru',
  });
  await page.goto(`/en/newsroom/article/${id}`);
  await page.getByLabel('Standfirst').fill('After four winters');
  await expect(page.getByText('There is no lead picture.')).toBeVisible();
  await expect(page.getByText('There is no standfirst.')).toHaveCount(0);

  // What is on the screen, saved or not, is what the preview and the guest see.
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  const preview = await opened;
  const frame = preview.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(headline);
  await expect(frame.getByText('After four winters')).toBeVisible();
  await preview.getByRole('button', { name: '360 px' }).click();
  await preview.getByRole('button', { name: 'Night' }).click();
  const root = frame.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  expect(await root.evaluate(() => innerWidth)).toBe(360);
  await preview.close();

  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = new URL((await page.locator('output').textContent()) ?? '').pathname;
  const guest = await browser.newContext();
  expect(await (await guest.request.get(link)).text()).toContain('After four winters');
  const reader = await browser.newContext();
  const shown = async (path: string) => (await reader.request.get(path)).text();

  await page.getByLabel('Publish at (Asia/Baku)').fill('2020-01-01T10:00');
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(page.getByText('This time has passed.')).toBeVisible();
  await page.getByLabel('Publish at (Asia/Baku)').fill('2040-01-01T10:00');
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(
    page.getByText('It will be published on 1 January 2040 10:00 (Asia/Baku).'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the schedule' }).click();
  await expect(page.getByText('The schedule is cancelled.')).toBeVisible();

  const at = new Date(Date.now() + 3000);
  const addresses: string[] = [];
  for (const article of [id, russian]) {
    const state = await page.request.get(`/api/newsroom/articles/${article}`);
    const { version, slug, locale } = (await state.json()) as Record<string, string>;
    addresses.push(`/${locale}/post/${slug}`);
    await change(page.request, `articles/${article}/schedule`, { version, at: at.toISOString() });
  }
  for (const path of [...addresses, '/en', '/ru'])
    await expect.poll(() => shown(path), { timeout: 3000 + LATE * 4 }).toContain(headline);

  await page.reload();
  await page.getByLabel('Correction').fill(`Four winters, not five ${RUN}.`);
  await page.getByRole('button', { name: 'Publish the correction' }).click();
  await expect(page.getByText('The correction is published.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'View the page' })).toHaveAttribute(
    'href',
    addresses[0] ?? '',
  );
  for (const path of [addresses[0] ?? '', '/en/corrections', '/en/feed.xml'])
    await expect.poll(() => shown(path)).toContain(`Four winters, not five ${RUN}.`);
  expect(await shown('/en/corrections')).toContain(`href="${addresses[0]}"`);
  expect(await shown('/ru/corrections')).not.toContain(RUN);
  expect(await shown('/en/sitemap-pages.xml')).toContain('/en/corrections<');

  await page.getByLabel('Reason, for the newsroom').fill('It was another bridge');
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText('Withdrawn. Its page now says so.')).toBeVisible();
  await expect.poll(async () => (await reader.request.get(addresses[0] ?? '')).status()).toBe(410);
  for (const path of ['/en', '/en/category/sport', '/en/corrections', '/en/feed.xml'])
    await expect.poll(() => shown(path)).not.toContain(RUN);
  expect((await reader.request.get(addresses[1] ?? '')).status()).toBe(200);
  await change(page.request, `articles/${russian}/withdraw`, { reason: 'End of the test' });
  await guest.close();
  await reader.close();
});

test('readers see a typo fix without a new time, and an update that they should know of with one', async ({
  request,
  playwright,
}) => {
  await joinAs(request, 'editor-in-chief');
  const { baseURL } = test.info().project.use;
  const reader = await playwright.request.newContext(baseURL ? { baseURL } : {});
  const id = await begin(request, `A slip ${RUN}`);
  await change(request, `articles/${id}/publish`, { version: 1 });
  const shown = async () => (await reader.get(`/en/post/a-slip-${RUN}`)).text();
  const save = async (version: number, standfirst: string) => {
    const { draft } = (await (await request.get(`/api/newsroom/articles/${id}`)).json()) as {
      draft: object;
    };
    await change(request, `articles/${id}/save`, { version, draft: { ...draft, standfirst } });
  };
  await save(1, 'First words');
  await change(request, `articles/${id}/update`, { version: 2, isMarkedUpdated: false });
  await expect.poll(shown).toContain('First words');
  expect(await shown()).not.toMatch(/Updated \d/);
  await save(2, 'Second words');
  await change(request, `articles/${id}/update`, { version: 3, isMarkedUpdated: true });
  await expect.poll(shown).toContain('Second words');
  expect(await shown()).toMatch(/Updated \d/);
  await change(request, `articles/${id}/withdraw`, { reason: 'End of the test' });
  await reader.dispose();
});

test('once one list shows a publication, every page shows it as soon as the outbox was followed', async ({
  request,
  playwright,
}) => {
  test.setTimeout(240_000);
  await joinAs(request, 'editor-in-chief');
  const { baseURL } = test.info().project.use;
  const reader = await playwright.request.newContext(baseURL ? { baseURL } : {});
  const { seen, missed } = await tryPublishing({
    send: (path, input) => change(request, path, input),
    read: async (path) => (await reader.get(path)).text(),
    view: (articleId, number) =>
      reader.post(`/api/views/${articleId}`, {
        headers: { 'user-agent': `Mozilla/5.0 (X11; Linux x86_64) Firefox/${100 + number}.0` },
      }),
    count: 3,
  });
  expect(missed).toEqual([]);
  expect(Object.keys(seen)).toHaveLength(10);
  await reader.dispose();
});
