import { expect, test } from '@playwright/test';
import az from '../../messages/az.json' with { type: 'json' };
import en from '../../messages/en.json' with { type: 'json' };
import hy from '../../messages/hy.json' with { type: 'json' };
import ru from '../../messages/ru.json' with { type: 'json' };
import { ALONE, pathOf } from '../../scripts/testing/edition/stories.ts';

const MISSING = {
  en: en.MessagePage.missingTitle,
  ru: ru.MessagePage.missingTitle,
  hy: hy.MessagePage.missingTitle,
  az: az.MessagePage.missingTitle,
};

/** What an address answers, as a crawler sees it: the status line, and a page in the reader's language. */
const ANSWERS: readonly [path: string, status: number, text: string][] = [
  ['/fr', 404, 'Page not found'],
  ['/ru/post/none', 404, 'Страница не найдена'],
  ['/hy/category/none', 404, 'Էջը չի գտնվել'],
  ['/az/category/sport/page/0', 404, 'Səhifə tapılmadı'],
  ['/en/category/sport/page/-1', 404, 'Page not found'],
  ['/en/category/sport/page/1000000000', 404, 'Page not found'],
  ['/en/post/%2e%2e%2f%2e%2e%2fetc%2fpasswd', 404, 'Page not found'],
  ['/en/post/%E0%A4%A', 404, 'Page not found'],
  ['/en/post/%00', 404, 'Page not found'],
  ['/en/topic/none', 404, 'Page not found'],
  ['/en/a/b/c/d', 404, 'Page not found'],
  [`/en/search?q=${'x'.repeat(10_000)}`, 200, 'Nothing found'],
  ['/en/search?q=%00%01%1f', 200, 'What are you looking for?'],
  ["/en/search?q=');drop table articles;--", 200, 'Nothing found'],
  ['/index.html', 404, MISSING.en],
  ['/12345.html', 404, MISSING.en],
  ['/story.php', 404, MISSING.en],
  ['/ads.txt', 404, MISSING.en],
  ['/security.txt', 404, MISSING.en],
  ['/api/views/0', 400, 'whole number'],
  ['/api/views/999999', 404, 'no such article'],
  ['/media/../../package.json', 404, ''],
];

for (const [path, status, text] of ANSWERS) {
  test(`${path.slice(0, 60)} answers ${status}`, async ({ request }) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(status);
    expect(await answer.text()).toContain(text);
  });
}

test('old Armenian addresses lead to the new ones for ever, and the first page of a list is the list', async ({
  request,
}) => {
  for (const [from, to] of [
    ['/arm/category/sport?a=b', '/hy/category/sport?a=b'],
    ['/en/category/sport/page/1', '/en/category/sport'],
    ['/en/topic/coast/page/1', '/en/topic/coast'],
    ['/en/author/lia-novik/page/1', '/en/author/lia-novik'],
    ['/en/corrections/page/1', '/en/corrections'],
  ]) {
    const answer = await request.get(from ?? '', { maxRedirects: 0 });
    expect([answer.status(), answer.headers()['location']]).toEqual([308, to]);
  }
});

test('only the first page asks for a language, and only of a reader who has one of ours', async ({
  request,
}) => {
  const answer = await request.get('/', {
    maxRedirects: 0,
    headers: { 'accept-language': 'hy-AM,en;q=0.5' },
  });
  expect([answer.status(), answer.headers()['location']]).toEqual([307, '/hy']);
});

test('a story names itself and its translations, and is canonical to itself', async ({
  request,
}) => {
  const html = await (await request.get(pathOf(ALONE, 'en'))).text();
  expect(html.match(/<link rel="canonical" href="([^"]+)"/)?.[1]).toMatch(
    new RegExp(`${pathOf(ALONE, 'en')}$`),
  );
  expect(
    [...html.matchAll(/hrefLang="([\w-]+)"/gi)].map((match) => match[1]?.toLowerCase()),
  ).toEqual(expect.arrayContaining(['en', 'x-default']));
  expect(html).not.toMatch(/<link rel="alternate" hrefLang="ru"/i);
});

for (const [language, locale] of [
  ['ru-RU,en;q=0.5', 'ru'],
  ['hy', 'hy'],
  ['az', 'az'],
] as const) {
  test(`a missing page without a language in its address is answered in ${locale}, light, with the search and the newest`, async ({
    request,
  }) => {
    const answer = await request.get('/story.php', { headers: { 'accept-language': language } });
    expect(answer.status()).toBe(404);
    const html = await answer.text();
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).toContain(MISSING[locale]);
    expect(html).toContain('name="q"');
    expect(html.match(new RegExp(`/${locale}/post/`, 'g'))?.length).toBeGreaterThanOrEqual(5);
    expect(Buffer.byteLength(html)).toBeLessThan(30 * 1024);
  });
}

test('a missing picture at the root is answered with a page when it is opened, with an empty 404 when a page shows it', async ({
  request,
}) => {
  const opened = await request.get('/none.png', { headers: { accept: 'text/html,*/*' } });
  expect([opened.status(), (await opened.text()).includes(MISSING.en)]).toEqual([404, true]);
  const shown = await request.get('/none.png', { headers: { accept: 'image/avif,*/*' } });
  expect([shown.status(), await shown.text()]).toEqual([404, '']);
});

for (const [path, type] of [
  ['/favicon.ico', /^image\//],
  ['/apple-touch-icon.png', /^image\/png/],
  ['/manifest.webmanifest', /^application\/manifest\+json/],
  ['/.well-known/security.txt', /^text\/plain/],
] as const) {
  test(`${path} is there`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toMatch(type);
  });
}

test('the manifest names icons that are there', async ({ request }) => {
  const manifest = (await (await request.get('/manifest.webmanifest')).json()) as {
    icons: { src: string }[];
  };
  for (const { src } of manifest.icons) expect((await request.get(src)).status()).toBe(200);
});

test('a picture is served for ever, a missing one is missing', async ({ request }) => {
  const html = await (await request.get('/en')).text();
  const picture = /\/media\/[0-9a-f]{32}\/16x9-480\.webp/.exec(html)?.[0] ?? '';
  const answer = await request.get(picture);
  expect(answer.headers()['content-type']).toBe('image/webp');
  expect(answer.headers()['cache-control']).toContain('immutable');
  expect((await request.get(picture.replace('480', '481'))).status()).toBe(404);
});

test('what a reader sends does not reach the page of the next', async ({ request }) => {
  const canary = 'canary-7f3a';
  await request.get(`/en/about?utm=${canary}`, {
    headers: { cookie: `a=${canary}`, 'x-forwarded-host': canary, rsc: '1' },
  });
  const answer = await request.get('/en/about');
  expect(answer.headers()['set-cookie']).toBeUndefined();
  expect(await answer.text()).not.toContain(canary);
});
