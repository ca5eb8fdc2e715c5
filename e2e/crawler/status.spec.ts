import { expect, test } from '@playwright/test';

/** What an address answers, as a crawler sees it: the status line, and a page in the reader's language. */
const ANSWERS: readonly [path: string, status: number, text: string][] = [
  ['/fr', 404, 'There is no such page'],
  ['/ru/post/none', 404, 'Такой страницы нет'],
  ['/hy/category/none', 404, 'Այդպիսի էջ չկա'],
  ['/az/category/sport/page/0', 404, 'Belə bir səhifə yoxdur'],
  ['/en/category/sport/page/-1', 404, 'There is no such page'],
  ['/en/category/sport/page/1000000000', 404, 'There is no such page'],
  ['/en/post/%2e%2e%2f%2e%2e%2fetc%2fpasswd', 404, 'There is no such page'],
  ['/en/post/%E0%A4%A', 404, 'There is no such page'],
  ['/en/post/%00', 404, 'There is no such page'],
  ['/en/topic/none', 404, 'There is no such page'],
  ['/en/a/b/c/d', 404, 'There is no such page'],
  [`/en/search?q=${'x'.repeat(10_000)}`, 200, 'Nothing found'],
  ['/en/search?q=%00%01%1f', 200, 'What are you looking for?'],
  ["/en/search?q=');drop table articles;--", 200, 'Nothing found'],
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
  const html = await (await request.get('/en/post/last-kiosk')).text();
  expect(html.match(/<link rel="canonical" href="([^"]+)"/)?.[1]).toMatch(
    /\/en\/post\/last-kiosk$/,
  );
  expect(
    [...html.matchAll(/hrefLang="([\w-]+)"/gi)].map((match) => match[1]?.toLowerCase()),
  ).toEqual(expect.arrayContaining(['en', 'x-default']));
  expect(html).not.toMatch(/<link rel="alternate" hrefLang="ru"/i);
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
