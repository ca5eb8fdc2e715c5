import { expectPasted } from '../support/pasted.ts';
import { expect, test } from '../support/test.ts';
import { EMBED, LEAD, pathOf } from '../../scripts/testing/edition/stories.ts';
import { publication } from '../../publication.config.ts';

const ARTICLE = pathOf(LEAD, 'en');

/** The same story in each language, with what its tools say there. */
const LOCALES = [
  [ARTICLE, 'Copy link', 'Link copied', 'Share on {service}'],
  [pathOf(LEAD, 'ru'), 'Скопировать ссылку', 'Ссылка скопирована', 'Поделиться: {service}'],
  [pathOf(LEAD, 'hy'), 'Պատճենել հղումը', 'Հղումը պատճենված է', 'Կիսվել {service}-ում'],
  [pathOf(LEAD, 'az'), 'Keçidi kopyala', 'Keçid kopyalandı', 'Paylaş: {service}'],
] as const;

for (const [path, copy, copied, shareOn] of LOCALES) {
  test(`${path.slice(0, 3)}: the link is copied, which is said as a status, and the story is shared by plain links`, async ({
    page,
    context,
    baseURL,
  }) => {
    await context.grantPermissions(['clipboard-write']);
    // What is measured on the way to the page is no part of its address.
    await page.goto(`${path}?utm_source=x`);
    await page.getByRole('button', { name: copy }).click();
    await expect(page.getByRole('status').filter({ hasText: copied })).toBeVisible();
    const address = `${baseURL ?? ''}${path}`;
    await expectPasted(page, address);

    const shown = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    // What is shared has no need of the spaces that keep the words of a line together.
    const headline = shown.replaceAll('\u00a0', ' ');
    const places = {
      X: ['https://x.com/intent/post', { text: headline, url: address }],
      Facebook: ['https://www.facebook.com/sharer/sharer.php', { u: address }],
      Telegram: ['https://t.me/share/url', { url: address, text: headline }],
      WhatsApp: ['https://wa.me/', { text: `${headline} ${address}` }],
    } as const;
    for (const [service, [place, parameters]] of Object.entries(places)) {
      const link = page.getByRole('link', {
        name: shareOn.replace('{service}', service),
        exact: true,
      });
      const href = new URL((await link.getAttribute('href')) ?? '');
      expect(href.origin + href.pathname).toBe(place);
      expect(Object.fromEntries(href.searchParams)).toEqual(parameters);
      await expect(link).toHaveAttribute('rel', /noopener/);
    }
    const mail = await page.locator('a[href^="mailto:?"]').getAttribute('href');
    expect(Object.fromEntries(new URL(mail ?? '').searchParams)).toEqual({
      subject: headline,
      body: address,
    });
  });
}

test('a clipboard that refuses is said, with another way', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.goto(ARTICLE);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'Copy it from the address bar' }),
  ).toBeVisible();
});

test('what is said after a press moves no tool from under the finger', async ({ page }) => {
  await page.goto(ARTICLE);
  const next = page.getByRole('link', { name: 'Share on X' });
  const before = await next.boundingBox();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('status').filter({ hasText: /\w/ }).first()).toBeVisible();
  expect(await next.boundingBox()).toEqual(before);
});

test('the system’s own sheet is offered where there is one, with this story', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(navigator, {
      share: (data: ShareData) => {
        document.documentElement.dataset['shared'] = JSON.stringify(data);
        return Promise.resolve();
      },
    });
  });
  await page.goto(ARTICLE);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const shared = await page.locator('html').getAttribute('data-shared');
  expect(JSON.parse(shared ?? '{}')).toMatchObject({ url: page.url() });
});

test('the print button opens the browser’s dialogue', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => (document.documentElement.dataset['printed'] = 'yes');
  });
  await page.goto(ARTICLE);
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
});

test('paper shows the story, where it is from and how it may be used, and nothing else', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.goto(ARTICLE);
  const article = page.getByRole('article').first();
  for (const text of [
    publication.name,
    'Mila Arden',
    '24 November 2026 06:00',
    'On the morning of 9 November',
    'Drawing: the desk',
    `Our material may be used only with a hyperlink to ${publication.name}.`,
  ])
    await expect(article.getByText(text).first()).toBeVisible();
  await expect(article.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(article.getByRole('table')).toBeVisible();
  await expect(article.getByText(new URL(page.url()).pathname)).toBeVisible();
  // The code that leads from paper back to the story.
  await expect(article.locator('footer').last().locator('svg')).toBeVisible();
  const picture = await article.getByRole('img').first().boundingBox();
  expect(picture?.width).toBeLessThan(794 * 0.6);

  for (const role of ['banner', 'contentinfo', 'navigation', 'button', 'search'] as const)
    await expect(page.getByRole(role)).toHaveCount(0);
  await expect(page.getByText(/views$/)).toBeHidden();
  await expect(page.getByText('More in Analytics')).toBeHidden();
  await expect(page.getByText('min read')).toBeHidden();
  const shown = await page
    .locator('body')
    .evaluate((body) => [getComputedStyle(body).backgroundColor, getComputedStyle(body).color]);
  expect(shown).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
});

test('on paper an embed is its address', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(pathOf(EMBED, 'en'));
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 't.me/veldarpost/412' })).toBeVisible();
});
