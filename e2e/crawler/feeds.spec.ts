import { expect, test, type APIRequestContext } from '@playwright/test';
import { parseAtomFeed, parseFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { portalEnvironment } from '../support/portal.ts';
import { checkXml } from '../support/xml.ts';
import { publication } from '../../publication.config.ts';

const { SITE_URL: SITE, WEBSUB_HUB: HUB } = portalEnvironment;
const FORMS = {
  'feed.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
} as const;
const HOMES = [
  '/en',
  '/ru',
  '/hy',
  '/az',
  '/en/category/economy',
  '/hy/category/sport',
  '/ru/author/mila-arden',
  '/en/author/mila-arden',
];

async function read(request: APIRequestContext, path: string): Promise<string> {
  const answer = await request.get(path);
  expect([path, answer.status()]).toEqual([path, 200]);
  return answer.text();
}

/** A topic that has something to read in English. */
async function someTopic(request: APIRequestContext): Promise<string> {
  const sitemap = await read(request, '/en/sitemap-pages.xml');
  return /\/en\/topic\/[\w-]+/.exec(sitemap)?.[0] ?? '';
}

/** The three forms of a feed, which other tests' publications may reach one after the other. */
async function readForms(request: APIRequestContext, home: string) {
  const readOnce = async () => {
    const rssText = await read(request, `${home}/feed.xml`);
    const atomText = await read(request, `${home}/atom.xml`);
    checkXml(rssText);
    checkXml(atomText);
    const json = parseJsonFeed(await read(request, `${home}/feed.json`));
    return { rss: parseRssFeed(rssText), atom: parseAtomFeed(atomText), json };
  };
  let forms: Awaited<ReturnType<typeof readOnce>> | undefined;
  await expect(async () => {
    forms = await readOnce();
    const ids = forms.json.items?.map((item) => item.id);
    expect(forms.rss.items?.map((item) => item.guid?.value)).toEqual(ids);
    expect(forms.atom.entries?.map((entry) => entry.id)).toEqual(ids);
  }).toPass({ timeout: 20_000 });
  if (!forms) throw new Error('toPass ended before it read anything.');
  return forms;
}

test('every list has a feed in three formats, with the same stories under the same permanent ids', async ({
  request,
}) => {
  for (const home of [...HOMES, await someTopic(request)]) {
    for (const [file, type] of Object.entries(FORMS)) {
      const answer = await request.get(`${home}/${file}`);
      expect([home, file, answer.status(), answer.headers()['content-type']]).toEqual([
        home,
        file,
        200,
        type,
      ]);
    }
    for (const file of Object.keys(FORMS))
      expect((await request.head(`${home}/${file}`)).headers()['link']).toBe(
        `<${SITE}${home}/${file}>; rel="self", <${HUB}>; rel="hub"`,
      );
    const { rss, atom, json } = await readForms(request, home);
    const ids = json.items?.map((item) => item.id) ?? [];
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(
        new RegExp(`^tag:${publication.syndication.tagAuthority}:[\\w-]+/(en|ru|hy|az)$`),
      );
    expect([rss.link, json.home_page_url]).toEqual([SITE + home, SITE + home]);
    expect(json.feed_url).toBe(`${SITE}${home}/feed.json`);
    expect(rss.atom?.links?.find((link) => link.rel === 'self')?.href).toBe(
      `${SITE}${home}/feed.xml`,
    );
    expect(atom.links?.find((link) => link.rel === 'self')?.href).toBe(`${SITE}${home}/atom.xml`);
    expect(rss.atom?.links?.find((link) => link.rel === 'hub')?.href).toBe(HUB);
    expect(atom.links?.find((link) => link.rel === 'hub')?.href).toBe(HUB);
    expect(json.hubs).toEqual([{ type: 'WebSub', url: HUB }]);
    expect(rss.language).toBe(home.slice(1, 3));
  }
});

test('rss-parser and feedsmith read a feed whole, and agree', async ({ request }) => {
  const text = await read(request, '/ru/feed.xml');
  const one = await new RssParser().parseString(text);
  const { format, feed } = parseFeed(text);
  if (format !== 'rss') throw new Error(format);
  expect(one.items.length).toBe(30);
  for (const [index, item] of one.items.entries()) {
    const other = feed.items?.[index];
    expect([item.title, item.link, item.guid]).toEqual([
      other?.title,
      other?.link,
      other?.guid?.value,
    ]);
    expect(item['content:encoded']).toBe(other?.content?.encoded);
    expect(Number.isNaN(Date.parse(item.isoDate ?? ''))).toBe(false);
    expect(item['content:encoded'].length).toBeGreaterThan(500);
    expect(other?.dc?.creators?.length).toBeGreaterThan(0);
    expect(other?.description).not.toMatch(/<\w/);
    expect(other?.title).not.toMatch(/<\w/);
    expect((await request.get(item.link ?? '', { maxRedirects: 0 })).status()).toBe(200);
  }
});

test('the description stands before the whole text, and every address in it is absolute', async ({
  request,
}) => {
  let pictures = 0;
  for (const home of HOMES) {
    const text = await read(request, `${home}/feed.xml`);
    for (const item of text.split('<item>').slice(1)) {
      expect(item.indexOf('<description>')).toBeGreaterThan(0);
      expect(item.indexOf('<description>')).toBeLessThan(item.indexOf('<content:encoded>'));
    }
    const html =
      parseRssFeed(text)
        .items?.map((item) => item.content?.encoded ?? '')
        .join('') ?? '';
    const addresses = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(
      (match) => match[1] ?? '',
    );
    for (const address of addresses) expect(address).toMatch(/^(https?:\/\/|mailto:)/);
    pictures += addresses.filter((address) => address.startsWith(`${SITE}/media/`)).length;
  }
  expect(pictures).toBeGreaterThan(50);
});

test('a picture’s size and type are those of the file', async ({ request }) => {
  const { items = [] } = parseRssFeed(await read(request, '/en/feed.xml'));
  const pictures = items.flatMap((item) => item.media?.contents ?? []);
  expect(pictures.length).toBeGreaterThan(5);
  for (const { url = '', type, fileSize, width, height } of pictures.slice(0, 6)) {
    const answer = await request.get(url);
    expect([answer.headers()['content-type'], (await answer.body()).byteLength]).toEqual([
      type,
      fileSize,
    ]);
    expect([width, height]).toEqual([1200, 675]);
  }
});

test('a feed’s pictures have captions, its embeds are links, its corrections are included', async ({
  request,
}) => {
  const stories = await Promise.all(
    [
      '/en/feed.json',
      '/en/category/society/feed.json',
      '/en/category/economy/feed.json',
      '/en/category/world/feed.json',
      '/en/category/culture/feed.json',
    ].map(async (path) => parseJsonFeed(await read(request, path)).items ?? []),
  );
  const html = stories
    .flat()
    .map((item) => item.content_html ?? '')
    .join('');
  expect(html).toMatch(
    /<figure><img src="http[^"]+\.webp" width="\d+" height="\d+" alt="[^"]*"><figcaption>/,
  );
  expect(html).toMatch(/<p><a href="(https:\/\/www\.youtube\.com\/[^"]+)">\1<\/a><\/p>/);
  expect(html).toMatch(/<h2>Corrections<\/h2><ul><li><time datetime="[^"]+">/);
  expect(html).not.toMatch(/<(script|iframe|style)/);
});

test('a feed that has not changed costs a reader’s programme nothing', async ({ request }) => {
  for (const file of Object.keys(FORMS)) {
    const path = `/ru/category/economy/${file}`;
    const etag = (await request.get(path)).headers()['etag'] ?? '';
    const again = await request.get(path, { headers: { 'if-none-match': etag } });
    expect([again.status(), (await again.body()).byteLength]).toEqual([304, 0]);
    expect((await request.get(path, { headers: { 'if-none-match': '"other"' } })).status()).toBe(
      200,
    );
  }
});

test('what is no list has no feed', async ({ request }) => {
  for (const home of [
    '/en/category/none',
    '/en/topic/none',
    '/en/author/none',
    '/fr',
    '/en/search',
  ])
    for (const file of ['feed.xml', 'atom.xml'])
      expect([home, (await request.get(`${home}/${file}`)).status()]).toEqual([home, 404]);
});

test('each page’s foot leads to its locale’s feeds', async ({ page }) => {
  await page.goto('/hy');
  const feeds = page.getByRole('navigation', { name: 'Լրահոսեր' }).getByRole('link');
  await expect(feeds).toHaveText(['RSS', 'Atom', 'JSON Feed']);
  for (const link of await feeds.all())
    expect((await page.request.get((await link.getAttribute('href')) ?? '')).status()).toBe(200);
});
