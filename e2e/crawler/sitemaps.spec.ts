import { expect, test, type APIRequestContext } from '@playwright/test';
import { LOCALES } from '../../lib/i18n/locales.ts';
import { publication } from '../../publication.config.ts';
import { portalEnvironment } from '../support/portal.ts';
import { checkXml, textsOf } from '../support/xml.ts';
import { editionArticles } from '../../scripts/testing/edition/write-edition.ts';

const SITE = portalEnvironment.SITE_URL;

async function read(request: APIRequestContext, path: string): Promise<string> {
  const answer = await request.get(path);
  expect([path, answer.status()]).toEqual([path, 200]);
  expect(answer.headers()['content-type']).toBe('application/xml; charset=utf-8');
  return answer.text();
}

const childrenOf = async (request: APIRequestContext) =>
  textsOf(await read(request, '/sitemap.xml'), 'loc').map((url) => url.slice(SITE.length));

test('the index is valid, and names a news sitemap, the pages and every month of each locale', async ({
  request,
}) => {
  const index = await read(request, '/sitemap.xml');
  checkXml(index, 'siteindex');
  const children = await childrenOf(request);
  for (const locale of LOCALES) {
    expect(children).toEqual(
      expect.arrayContaining([
        `/${locale}/sitemap-news.xml`,
        `/${locale}/sitemap-pages.xml`,
        `/${locale}/sitemap-2026-11.xml`,
      ]),
    );
  }
  for (const child of children) checkXml(await read(request, child), 'sitemap');
});

test('every address in them is in the file’s own locale, named once, answers 200, may be indexed, and is canonical to itself', async ({
  request,
}) => {
  test.slow();
  /** The sitemap of each address. */
  const all = new Map<string, string>();
  for (const child of (await childrenOf(request)).filter((path) => !path.includes('news'))) {
    for (const url of textsOf(await read(request, child), 'loc')) {
      expect(url.startsWith(`${SITE}${child.slice(0, 3)}`)).toBe(true);
      expect(all.has(url)).toBe(false);
      all.set(url, child);
    }
  }
  expect(all.size).toBeGreaterThan(150);
  for (const [url, child] of all) {
    const answer = await request.get(url, { maxRedirects: 0 });
    // What another test has withdrawn meanwhile is not in the sitemap any more.
    if (answer.status() === 410 && !(await read(request, child)).includes(`<loc>${url}</loc>`))
      continue;
    const html = await answer.text();
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
    const isIndexed = !/<meta name="robots" content="[^"]*noindex/.test(html);
    expect([url, answer.status(), canonical, isIndexed]).toEqual([url, 200, url, true]);
  }
});

test('each story of the edition is there under its month, with its true date and its picture', async ({
  request,
}) => {
  const entries = new Map<string, { changed: string; image: string | undefined }>();
  for (const child of (await childrenOf(request)).filter((path) => /^\/ru\/sitemap-2/.test(path))) {
    for (const entry of (await read(request, child)).split('\n')) {
      const [loc] = textsOf(entry, 'loc');
      const [changed = ''] = textsOf(entry, 'lastmod');
      if (loc) entries.set(loc, { changed, image: textsOf(entry, 'image:loc')[0] });
    }
  }
  let pictures = 0;
  for (const article of editionArticles().filter(({ locale }) => locale === 'ru')) {
    const { slug, publishedAt, updatedAt, picture } = article;
    const entry = entries.get(`${SITE}/ru/post/${slug}`);
    expect([slug, Date.parse(entry?.changed ?? '')]).toEqual([
      slug,
      Date.parse(updatedAt ?? publishedAt),
    ]);
    expect([slug, Boolean(entry?.image)]).toEqual([slug, picture !== null]);
    if (entry?.image && pictures++ < 3)
      expect((await request.get(entry.image)).headers()['content-type']).toBe('image/jpeg');
  }
  expect(pictures).toBeGreaterThan(10);
});

test('a news sitemap holds the last two days and nothing else, in the publication’s exact name', async ({
  request,
}) => {
  for (const locale of LOCALES) {
    const xml = await read(request, `/${locale}/sitemap-news.xml`);
    checkXml(xml, 'sitemap');
    const dates = textsOf(xml, 'news:publication_date').map(Date.parse);
    expect(dates.length).toBeLessThanOrEqual(1000);
    for (const date of dates) expect(Date.now() - date).toBeLessThan(2 * 86_400_000 + 60_000);
    for (const name of textsOf(xml, 'news:name')) expect(name).toBe(publication.name);
    for (const language of textsOf(xml, 'news:language')) expect(language).toBe(locale);
  }
});

test('a schema refuses what is wrong: these tests can fail', () => {
  const list = (entry: string) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>${entry}</url></urlset>`;
  checkXml(
    list('<loc>https://a.example/b</loc><lastmod>2026-11-24T06:00:00Z</lastmod>'),
    'sitemap',
  );
  for (const wrong of [
    '<loc>/b</loc>',
    '<loc>https://a.example/b</loc><lastmod>2026-11-24T06:00:00</lastmod>',
    '<loc>https://a.example/b</loc><news:news><news:title>T</news:title></news:news>',
  ]) {
    expect(() => checkXml(list(wrong), 'sitemap')).toThrow();
  }
});

test('a sitemap comes packed, and costs a crawler that has it nothing', async ({ request }) => {
  for (const path of ['/sitemap.xml', '/en/sitemap-news.xml', '/en/sitemap-2026-11.xml']) {
    const plain = await (
      await request.get(path, { headers: { 'accept-encoding': 'identity' } })
    ).text();
    const packed = await fetch(SITE + path, { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toBe(plain);
    const etag = packed.headers.get('etag') ?? '';
    const again = await request.get(path, { headers: { 'if-none-match': etag } });
    expect([again.status(), (await again.body()).byteLength]).toEqual([304, 0]);
    const head = await request.head(path);
    expect([head.status(), head.headers()['etag']]).toEqual([200, etag]);
  }
});

test('a month without stories, a part too many and a month that is none are missing', async ({
  request,
}) => {
  for (const path of [
    '/en/sitemap-1999-01.xml',
    '/en/sitemap-2026-11-2.xml',
    '/en/sitemap-2026-13.xml',
    '/fr/sitemap-2026-11.xml',
    '/en/sitemap.xml',
  ]) {
    expect([path, (await request.get(path)).status()]).toEqual([path, 404]);
  }
});
