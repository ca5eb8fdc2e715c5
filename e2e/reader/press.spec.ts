import { test as unwatched, type Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { LEAD, VIDEO, pathOf } from '../../scripts/testing/edition/stories.ts';

const ARTICLE = pathOf(LEAD, 'en');
const EMBED = pathOf(VIDEO, 'en');

/** The addresses of the script files that a page has fetched, to run them or to have them whole first. */
function scriptsOf(page: Page): string[] {
  const scripts: string[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (path.endsWith('.js')) scripts.push(path);
  });
  return scripts;
}

/** What the browser refused under the page's policy. */
async function reportsOf(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const reports: string[] = [];
    Object.assign(globalThis, { reports });
    addEventListener('securitypolicyviolation', (event) =>
      reports.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return () => page.evaluate(() => (globalThis as unknown as { reports: string[] }).reports);
}

test('a reader who only reads fetches no script file, and is counted', async ({ page }) => {
  const scripts = scriptsOf(page);
  await page.goto(ARTICLE);
  await expect(page.getByText(/^\d[\d\s]* views?$/)).toBeVisible();
  for (const paragraph of await page.locator('p[data-still]').all())
    await paragraph.scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Night theme' }).click();
  await page.getByRole('button', { name: /larger/i }).click();
  await expect(page.locator('html')).toHaveAttribute('data-text-size', '4');
  expect(scripts).toEqual([]);
});

test('what is pressed before the runtime is there is pressed once it is', async ({ page }) => {
  const scripts = scriptsOf(page);
  // Held back, so that the press comes before the runtime whatever the machine's speed.
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(EMBED);
  await page.getByRole('button', { name: /YouTube/ }).click();
  await expect.poll(() => scripts.length).toBeGreaterThan(1);
  await expect(page.locator('iframe')).toHaveCount(0);
  release();
  await expect(page.locator('iframe[src^="https://www.youtube-nocookie.com/"]')).toHaveCount(1);
});

test('the hydration data of a page is rendered again with the page when the cache has lost both', async ({
  page,
}) => {
  await page.goto(EMBED);
  const [data = ''] = JSON.parse(
    (await page.locator('#runtime').textContent()) ?? '[]',
  ) as string[];
  const elsewhere = data.replace(/_press\/[^.]+/, `_press/${'x'.repeat(22)}`);
  // The data of another version of the page cannot be rendered again.
  expect(await (await page.request.get(elsewhere)).text()).toContain('location.reload');
  const kept = await page.request.get(data);
  expect(await kept.text()).toContain('__next_f.push');
  expect(kept.headers()['cache-control']).toContain('immutable');
});

test('a page that changed meanwhile is reloaded, and keeps what was pressed and typed', async ({
  page,
}) => {
  let isOutdated = true;
  let hold = Promise.resolve();
  await page.route('**/_press/**', async (route) => {
    await hold;
    const url = isOutdated
      ? route
          .request()
          .url()
          .replace(/_press\/[^.]+/, '_press/xxxxxxxxxxxxxxxxxxxxxx')
      : route.request().url();
    // It is had whole first, and then run.
    if (route.request().resourceType() === 'script') isOutdated = false;
    await route.continue({ url });
  });
  await page.goto(EMBED);
  await page.getByRole('button', { name: /YouTube/ }).click();
  await expect(page.locator('iframe[src^="https://www.youtube-nocookie.com/"]')).toHaveCount(1);
  isOutdated = true;
  let letGo = () => {};
  hold = new Promise((resolve) => (letGo = resolve));
  await page.goto(ARTICLE);
  await page.keyboard.press('/');
  const field = page.getByRole('dialog').getByRole('combobox');
  await field.fill('bridge');
  const again = page.waitForEvent('load');
  letGo();
  await again;
  await expect(field).toHaveValue('bridge');
  await expect(page.locator('dialog p[role=status]')).not.toBeEmpty();
});

for (const path of [
  '/en',
  ARTICLE,
  EMBED,
  '/ru/category/analytics',
  '/hy/search?q=Վելդար',
  '/az/author/mila-arden',
  '/en/topic/coast',
  '/ru/about',
  '/en/nowhere',
]) {
  test(`nothing of ${path} is refused by its own policy, at its first answer or later`, async ({
    page,
  }) => {
    for (let answer = 0; answer < 2; answer++) {
      const reports = await reportsOf(page);
      await page.goto(path);
      await page.locator('[data-search-open]').click();
      await page.getByRole('dialog').getByRole('combobox').fill('bridge');
      // The page is hydrated once suggestions are announced.
      await expect(page.locator('dialog p[role=status]')).not.toBeEmpty();
      expect(await reports()).toEqual([]);
    }
  });
}

unwatched(
  'injected scripts, handlers, styles, bases, forms and frames are refused',
  async ({ page }) => {
    const reports = await reportsOf(page);
    await page.goto(ARTICLE);
    const ran = await page.evaluate(async () => {
      const state = globalThis as unknown as { ran: string[] };
      state.ran = [];
      const add = <Tag extends keyof HTMLElementTagNameMap>(
        tag: Tag,
        attributes: Record<string, string>,
        text = '',
      ) => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        if (text) element.append(text);
        document.body.append(element);
        return element;
      };
      const attempt = (act: () => void) => {
        try {
          act();
        } catch {
          // Refused with an error: as it should be.
        }
      };
      attempt(() => add('script', {}, 'ran.push("inline")'));
      attempt(() => add('a', { onclick: 'ran.push("handler")' }).click());
      attempt(() => add('script', { src: '/api/categories/en/sport' }));
      attempt(() => add('script', { src: 'https://elsewhere.example/a.js' }));
      attempt(
        () => (document.body.lastElementChild!.innerHTML = '<img src=x onerror=ran.push(1)>'),
      );
      attempt(() => add('style', {}, 'body{outline:9px solid red}'));
      add('base', { href: 'https://elsewhere.example/' });
      add('iframe', { src: 'https://elsewhere.example/' });
      const form = add('form', { action: 'https://elsewhere.example/', target: '_self' });
      attempt(() => form.submit());
      await new Promise((resolve) => setTimeout(resolve, 0));
      return {
        ran: state.ran,
        outline: getComputedStyle(document.body).outlineWidth,
        base: document.baseURI,
      };
    });
    expect(ran.ran).toEqual([]);
    expect(ran.outline).not.toBe('9px');
    expect(ran.base).toBe(page.url());
    await expect
      .poll(async () => (await reports()).map((report) => report.split(' ')[0]))
      .toEqual(
        expect.arrayContaining([
          'style-src-elem',
          'base-uri',
          'frame-src',
          'form-action',
          'require-trusted-types-for',
        ]),
      );
  },
);

unwatched('markup that got into a page runs nothing', async ({ page }) => {
  const reports = await reportsOf(page);
  await page.route(`**${ARTICLE}`, async (route) => {
    const answer = await route.fetch();
    const injected = '<script>ran = 1</script><img src="/none.png" onerror="ran = 1"></main>';
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace('</main>', injected),
    });
  });
  await page.goto(ARTICLE);
  await expect
    .poll(async () => (await reports()).map((report) => report.split(' ')[0]))
    .toEqual(expect.arrayContaining(['script-src-elem', 'script-src-attr']));
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
});

unwatched(
  'a page that something else has changed is rendered again, and keeps its text',
  async ({ page }) => {
    await page.goto(EMBED);
    const body = page.getByRole('article').first();
    const text = await body.locator('p[data-still]').first().innerText();
    // As a browser's translator does: every text node of the page is another.
    await page.evaluate(() => {
      for (const link of document.querySelectorAll('nav a')) link.textContent = 'translated';
    });
    await page.getByRole('button', { name: /YouTube/ }).click();
    await expect(page.locator('iframe')).toHaveCount(1);
    await expect(body.locator('p[data-still]').first()).toHaveText(text);
  },
);
