import AxeBuilder from '@axe-core/playwright';
import type { APIRequestContext, Page } from '@playwright/test';
import { begin, change, joinAs } from '../support/newsroom.ts';
import { expect, test } from '../support/test.ts';

/** Sets the headlines of one run apart from those of another on the same data. */
const RUN = Date.now().toString(36);
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
/** The front and the line are one for all: tests that change them stand in a row. */
test.describe.configure({ mode: 'serial' });

const shown = async (request: APIRequestContext, path: string) => (await request.get(path)).text();
const versionOf = async (page: Page, front: string): Promise<number> => {
  const html = await shown(page.request, `/en/newsroom/front?in=${front}`);
  return Number(/\\"state\\":\{\\"version\\":(\d+)/.exec(html)?.[1] ?? NaN);
};

test('an editor-in-chief leads the front with an older story by keyboard, sees it first, and gives it back', async ({
  page,
  browser,
}) => {
  await joinAs(page.request, 'editor-in-chief');
  const reader = await browser.newContext();
  const lead = async () =>
    /<h2[^>]*><a href="([^"]+)"/.exec(await shown(reader.request, '/en'))?.[1] ?? '';
  const id = await begin(page.request, `A quiet story ${RUN}`);
  await change(page.request, `articles/${id}/publish`, { version: 1 });
  await expect.poll(() => shown(reader.request, '/en')).toContain(`A quiet story ${RUN}`);
  const before = await lead();
  expect(before).not.toContain('a-quiet-story');

  await page.goto('/en/newsroom/front');
  await page.getByLabel('Find an article to place').fill(`quiet ${RUN}`);
  await page.getByRole('button', { name: `Beside, 1: “A quiet story ${RUN}”` }).press('Enter');
  await expect(page.getByText('Not on the front page yet')).toBeVisible();
  await page.getByRole('button', { name: `Move “A quiet story ${RUN}” up` }).press('Enter');
  await expect(page.locator('[data-place="0"]')).toContainText(`A quiet story ${RUN}`);

  const address = (await page.getByRole('link', { name: 'Preview' }).getAttribute('href')) ?? '';
  const seen = await page.context().newPage();
  await seen.goto(address);
  await expect(seen.frameLocator('iframe').getByRole('heading', { level: 2 }).first()).toHaveText(
    `A quiet story ${RUN}`,
  );
  await seen.close();
  expect(await lead()).toBe(before);

  await page.getByRole('button', { name: 'Update the front page' }).click();
  await expect(page.getByText('The front page is updated.')).toBeVisible();
  await expect.poll(lead).toContain(`a-quiet-story-${RUN}`);
  expect(await shown(reader.request, '/ru')).not.toContain('a-quiet-story');

  await page.getByRole('button', { name: `Return the place of “A quiet story ${RUN}”` }).click();
  await page.getByRole('button', { name: 'Update the front page' }).click();
  await expect.poll(lead).toBe(before);
  await change(page.request, `articles/${id}/withdraw`, { reason: 'End of the test' });
  await reader.close();
});

test('a place and a line given to a draft show no word of it, and lead to it once it is out', async ({
  page,
  playwright,
}) => {
  await joinAs(page.request, 'editor-in-chief');
  const { baseURL } = test.info().project.use;
  const reader = await playwright.request.newContext(baseURL ? { baseURL } : {});
  const id = await begin(page.request, `Lazurite ${RUN}`);
  const version = await versionOf(page, 'en');
  await change(page.request, 'fronts/en/pins', {
    version,
    pins: [{ position: 0, articleId: id, until: inHours(1) }],
  });
  await change(page.request, 'fronts/en/breaking', {
    version: version + 1,
    text: `The dam holds ${RUN}`,
    articleId: id,
    until: inHours(1),
  });
  const places = ['/en', '/en/category/world'];
  for (const path of places)
    await expect.poll(() => shown(reader, path)).toContain(`The dam holds ${RUN}`);
  for (const path of places)
    expect((await shown(reader, path)).toLowerCase()).not.toContain('lazurite');
  expect(await shown(reader, '/ru')).not.toContain('The dam holds');

  await change(page.request, `articles/${id}/publish`, { version: 1 });
  for (const path of places)
    await expect
      .poll(() => shown(reader, path))
      .toMatch(new RegExp(`href="[^"]+lazurite-${RUN}"[^>]*>The dam holds`));
  // The page of the story itself does not show the breaking line.
  expect(await shown(reader, `/en/post/lazurite-${RUN}`)).not.toContain('The dam holds');

  await change(page.request, 'fronts/en/pins', { version: version + 2, pins: [] });
  await change(page.request, 'fronts/en/end-breaking', { version: version + 3 });
  for (const path of places)
    await expect.poll(() => shown(reader, path)).not.toContain('The dam holds');
  await change(page.request, `articles/${id}/withdraw`, { reason: 'End of the test' });
  await reader.dispose();
});

test('a line is low, scrolls away, passes axe, and is gone at its end from pages that lie ready', async ({
  page,
}) => {
  await joinAs(page.request, 'editor-in-chief');
  const text = 'W'.repeat(6).concat(' ').repeat(12).trim();
  const put = async (hours: number) => {
    const version = await versionOf(page, 'hy');
    const until = inHours(hours);
    await change(page.request, 'fronts/hy/breaking', { version, text, articleId: null, until });
    return Date.parse(until);
  };
  await put(1);
  await expect.poll(() => shown(page.request, '/hy')).toContain(text);
  for (const [width, scheme] of [
    [360, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 700 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('/hy');
    const line = page.getByRole('region', { name: 'Հրատապ լուր' });
    await expect(line).toContainText(text);
    expect((await line.boundingBox())?.height).toBeLessThanOrEqual(56);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await page.evaluate(() => scrollTo(0, 900));
    await expect(line).not.toBeInViewport();
  }
  // Its end is set when it was looked at: a slow machine takes long to look.
  const end = await put(10 / 3600);
  await expect
    .poll(async () => (await shown(page.request, '/hy')).includes(text), { timeout: 60_000 })
    .toBe(false);
  expect(Date.now()).toBeGreaterThanOrEqual(end);
});

test('the front’s screen passes axe in both themes, is usable at 768 pixels, and is not for editors', async ({
  page,
  playwright,
}) => {
  await joinAs(page.request, 'editor-in-chief');
  await page.setViewportSize({ width: 768, height: 900 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of [
      '/hy/newsroom/front',
      '/en/newsroom/front?in=ru',
      '/en/newsroom/front/preview',
    ]) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
      expect([path, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([path, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
        true,
      );
    }
  }
  const { baseURL } = test.info().project.use;
  for (const role of ['editor', 'reporter']) {
    const other = await playwright.request.newContext(baseURL ? { baseURL } : {});
    await joinAs(other, role);
    for (const path of ['', '/preview', '/preview/page'])
      expect((await other.get(`/en/newsroom/front${path}`)).status()).toBe(404);
    expect((await other.get('/api/newsroom/fronts/en?q=a')).status()).toBe(403);
    await expect(change(other, 'fronts/en/pins', { version: 0, pins: [] })).rejects.toThrow(/403/);
    await other.dispose();
  }
});

test('what is not public stands in no frame but the newsroom’s own preview', async ({ page }) => {
  await joinAs(page.request, 'editor-in-chief');
  const id = await begin(page.request, `In a frame ${RUN}`);
  const headersOf = async (path: string) => (await page.request.get(path)).headers();
  for (const path of [
    '/en',
    '/en/newsroom',
    `/en/newsroom/article/${id}`,
    `/en/newsroom/article/${id}/preview`,
  ]) {
    const headers = await headersOf(path);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-frame-options']).toBe('DENY');
  }
  const framed = await headersOf(`/en/newsroom/article/${id}/preview/page`);
  expect(framed['content-security-policy']).toContain("frame-ancestors 'self'");
  expect(framed['x-frame-options']).toBe('SAMEORIGIN');
  expect(framed['cache-control']).toBe('no-store');
});
