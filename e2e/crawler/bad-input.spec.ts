import { expect, test } from '@playwright/test';
import { sendRaw } from '../support/raw-request.ts';

const MISSING = {
  en: 'Page not found',
  ru: 'Страница не найдена',
  hy: 'Էջը չի գտնվել',
  az: 'Səhifə tapılmadı',
} as const;

/** What follows the locale in an address that never was, whatever the language. */
const NOWHERE = [
  '/post/none',
  '/post/a%2Fb',
  '/post/..%2f..%2fetc%2fpasswd',
  '/post/%E0%A4%A',
  '/post/%00',
  `/post/${'x'.repeat(5000)}`,
  '/category/none',
  '/category/world/page/0',
  '/category/world/page/-1',
  '/category/world/page/1000000000',
  '/category/world/page/01',
  '/category/world/page/1e3',
  '/category/world/page/2.5',
  '/category/world%2Fpage%2F2',
  '/topic/none/page/0',
  '/author/none',
  '/none',
  '/about/none',
  '/a/b/c/d',
];

for (const [locale, sentence] of Object.entries(MISSING)) {
  test(`what never was is refused in ${locale}: 404, a sentence and a way on`, async ({
    request,
  }) => {
    for (const path of NOWHERE) {
      const answer = await request.get(`/${locale}${path}`, { maxRedirects: 0 });
      expect([path.slice(0, 60), answer.status()]).toEqual([path.slice(0, 60), 404]);
      const html = await answer.text();
      expect(html).toContain(sentence);
      expect(html).toContain(`href="/${locale}/search"`);
      expect(html).toMatch(new RegExp(`<html[^>]* lang="${locale}"`));
      expect(answer.headers()['cache-control']).toBe('no-store');
    }
  });
}

test('an unknown locale is refused in the language that the browser asks for', async ({
  request,
}) => {
  for (const [accepted, sentence] of [
    ['ru-RU,ru;q=0.9', MISSING.ru],
    ['hy', MISSING.hy],
    ['fr', MISSING.en],
  ] as const) {
    for (const path of ['/fr', '/fr/post/a', '/e', '/wp-admin/setup', '/en%2Fpost']) {
      const headers = { 'accept-language': accepted };
      const answer = await request.get(path, { maxRedirects: 0, headers });
      expect([path, answer.status()]).toEqual([path, 404]);
      expect(await answer.text()).toContain(sentence);
    }
  }
});

test('any question is answered 200 by the search, in the language of the page', async ({
  request,
}) => {
  const NOTHING = 'ոչինչ չգտնվեց';
  const ASK = 'Ի՞նչ եք փնտրում';
  for (const [query, text] of [
    [`q=${'x'.repeat(10_000)}`, NOTHING],
    [`q=${encodeURIComponent('ծ'.repeat(1500))}`, NOTHING],
    [`q=${'a+'.repeat(5000)}`, ASK],
    ['q=%00%01%1f%7f', ASK],
    ['q=%E0%A4%A', ASK],
    ['q=%ff%fe', ASK],
    ['q=%F0%9F%98%80', ASK],
    ["q=');drop+table+articles;--", NOTHING],
    ['q=%25_%5C%27%22%26%7C!()%3A*%3C-%3E', ASK],
    ['q=none-such&page=-1&order=x&period=x&category=x', NOTHING],
    ['q=none-such&page=1000000000', NOTHING],
    ['q=none-such&q=other&page=0&page=2', NOTHING],
  ] as const) {
    const answer = await request.get(`/hy/search?${query}`);
    expect([query.slice(0, 60), answer.status()]).toEqual([query.slice(0, 60), 200]);
    const html = await answer.text();
    expect(html).toContain(text);
    expect(html).not.toMatch(/syntax error|\bat \w+ \(/);
  }
});

test('programs get the reason of a refusal, with a code', async ({ request }) => {
  for (const [path, status, code] of [
    ['/api/views/', 400, 'malformed_id'],
    ['/api/views/0', 400, 'malformed_id'],
    ['/api/views/-1', 400, 'malformed_id'],
    ['/api/views/1e3', 400, 'malformed_id'],
    ['/api/views/1%2F2', 400, 'malformed_id'],
    ['/api/views/99999999999999999999', 400, 'malformed_id'],
    ['/api/views/999999999', 404, 'unknown_article'],
    ['/api/categories/fr/world', 404, 'unknown_locale'],
    ['/api/categories/en/none', 404, 'unknown_page'],
    ['/api/categories/en/world?page=0', 400, 'malformed_query'],
    ['/api/categories/en/world?page=-1', 400, 'malformed_query'],
    ['/api/categories/en/world?page=1000000000', 400, 'malformed_query'],
    ['/api/categories/en/world?page=999999999', 404, 'unknown_page'],
    ['/api/categories/en/world?page=%00', 400, 'malformed_query'],
    ['/api/categories/en/world?exclude=x', 400, 'malformed_query'],
    ['/api/suggestions/fr?q=a', 404, 'unknown_locale'],
  ] as const) {
    const answer = await request.get(path);
    expect([path, answer.status()]).toEqual([path, status]);
    expect(await answer.json()).toMatchObject({ error: { code, message: expect.any(String) } });
  }
  for (const query of ['', '?q=', `?q=${'x'.repeat(10_000)}`, '?q=%00%1f', '?q=%ff'])
    expect(await (await request.get(`/api/suggestions/hy${query}`)).json()).toEqual([]);
});

test('another method than an address takes is refused', async ({ request }) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect((await request.fetch('/hy/post/none', { method })).status()).toBe(405);
  expect((await request.put('/api/views/1')).status()).toBe(405);
  expect((await request.post('/api/suggestions/en')).status()).toBe(405);
  const foreign = { 'sec-fetch-site': 'cross-site' };
  expect((await request.post('/api/views/1', { headers: foreign })).status()).toBe(403);
});

const firstLine = async (bytes: string) =>
  (await sendRaw(bytes, { ends: true })).split('\r\n')[0] ?? '';

test('a body that is cut short, or is none, harms nobody', async ({ request }) => {
  const head = (path: string, rest: string) =>
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: raw\r\n${rest}`;
  // A count has no body: what is sent as one is not read.
  for (const rest of [
    'Content-Length: 100\r\n\r\n{"views":',
    'Transfer-Encoding: chunked\r\n\r\nff\r\n{"views":',
    'Transfer-Encoding: chunked\r\n\r\nnot a length\r\n',
    'Content-Length: x\r\n\r\n',
    'Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde',
  ]) {
    expect(await firstLine(head('/api/views/1', rest))).toMatch(/^$|^HTTP\/1\.1 (200|400|411) /);
    expect(await firstLine(head('/api/views/0', rest))).toMatch(/^$|^HTTP\/1\.1 (400|411) /);
  }
  for (const bytes of ['GET', 'GET /en', '\0\0\0\0\r\n\r\n', 'GET /en HTTP/9.9\r\n\r\n'])
    expect(await firstLine(bytes)).toMatch(/^$|^HTTP\/1\.1 400 /);
  expect((await request.get('/api/health/live')).status()).toBe(200);
});
