/** Canonical, social, Discover, feeds: what the head of every page says. */
import sharp from 'sharp';
import { expect, SITE, test, type WalkedPage } from '../support/walk.ts';
import { publication } from '../../publication.config.ts';

const OPEN_GRAPH = { en: 'en_GB', ru: 'ru_RU', hy: 'hy_AM', az: 'az_AZ' } as const;
const SHARE_SIZE = ['1200', '630'];
const only = (values: string[]) => (values.length === 1 ? values[0] : values);
const localeOf = (page: WalkedPage) => page.path.slice(1, 3) as keyof typeof OPEN_GRAPH;

test('exactly one canonical address, absolute, in the server’s HTML, the page’s own', ({
  walk,
}) => {
  for (const page of walk.pages) {
    const head = page.html.slice(0, page.html.indexOf('</head>'));
    expect(head.match(/<link rel="canonical"/g), page.path).toHaveLength(1);
    const firstPage = page.path.replace(/\/page\/1$/, '');
    expect(page.all('link[rel="canonical"]', 'href')).toEqual([SITE + firstPage]);
    expect(page.meta('og:url')).toEqual([SITE + firstPage]);
  }
});

test('the second page of a list is canonical to itself, and no page to its parameters', async ({
  walk,
  request,
}) => {
  const second = walk.pages.filter(({ path }) => path.endsWith('/page/2'));
  expect(second.length).toBeGreaterThan(4);
  for (const page of second)
    expect(page.all('link[rel="canonical"]', 'href')).toEqual([page.address]);
  for (const kind of ['front', 'post', 'category', 'topic', 'author', 'info'] as const) {
    const [page] = walk.of(kind);
    const html = await (await request.get(`${page?.path}?utm_source=x&page=2&fbclid=y`)).text();
    expect(html.match(/<link rel="canonical" href="([^"]*)"/)?.[1]).toBe(page?.address);
  }
});

test('every page has a title, a description and leave to show large pictures', ({ walk }) => {
  for (const page of walk.pages) {
    expect(page.document.querySelectorAll('head title'), page.path).toHaveLength(1);
    expect(page.text('head title')?.length).toBeGreaterThan(5);
    expect(only(page.meta('description'))?.length, page.path).toBeGreaterThan(5);
    const isList = ['category', 'topic', 'author'].includes(page.kind);
    const thin = isList && !page.isFindable ? ['noindex, follow, max-image-preview:large'] : null;
    expect(page.meta('robots'), page.path).toEqual(thin ?? ['max-image-preview:large']);
  }
});

test('fronts of no two languages share a title', ({ walk }) => {
  const titles = walk.of('front').map((page) => page.text('head title'));
  expect(new Set(titles).size).toBe(titles.length);
  for (const title of titles) expect(title).toContain(publication.name);
});

test('titles differ within a language', ({ walk }) => {
  for (const locale of Object.keys(OPEN_GRAPH)) {
    const titles = walk.pages
      .filter((page) => localeOf(page) === locale && page.kind !== 'topic')
      .map((page) => page.text('head title'));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  }
});

test('a shared link has a title, a picture, its language and the others', ({ walk }) => {
  for (const page of walk.pages) {
    expect(page.text('head title'), page.path).toContain(only(page.meta('og:title')));
    expect(page.meta('og:description')).toEqual(page.meta('description'));
    expect(page.meta('og:site_name')).toEqual([publication.name]);
    expect(page.meta('og:type')).toEqual([page.kind === 'post' ? 'article' : 'website']);
    expect(page.meta('og:locale')).toEqual([OPEN_GRAPH[localeOf(page)]]);
    const others = [...page.languages.keys()].filter(
      (language) => language !== 'x-default' && language !== localeOf(page),
    );
    expect(page.meta('og:locale:alternate'), page.path).toEqual(
      others.map((language) => OPEN_GRAPH[language as keyof typeof OPEN_GRAPH]),
    );
    expect(page.meta('twitter:card')).toEqual(['summary_large_image']);
    expect(page.meta('twitter:title')).toEqual(page.meta('og:title'));
    expect(page.meta('twitter:image')).toEqual(page.meta('og:image'));
    expect(only(page.meta('og:image'))).toMatch(new RegExp(`^${SITE}/media/`));
    expect([...page.meta('og:image:width'), ...page.meta('og:image:height')]).toEqual(SHARE_SIZE);
    expect(only(page.meta('og:image:alt'))?.length, page.path).toBeGreaterThan(5);
  }
});

test('the picture of a shared link is a photograph where the page has one, words where it has none; each is there in full size', async ({
  walk,
  request,
}) => {
  const pictures = new Set<string>();
  for (const page of walk.pages) {
    const [image = ''] = page.meta('og:image');
    const lead = page.kind === 'post' ? 'article [data-lead] img' : 'main article img';
    const [first] = page.all(lead, 'src');
    expect(image.includes('/media/cards/'), page.path).toBe(first === undefined);
    const [, id = '-'] = /\/media\/([0-9a-f]{32})\//.exec(image) ?? [];
    if (first !== undefined) expect(page.all(lead, 'src').join()).toContain(id);
    pictures.add(image);
  }
  const drawn = [...pictures].filter((address) => address.includes('/cards/'));
  expect(drawn.length).toBeGreaterThan(20);
  for (const address of pictures) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(200);
    expect(answer.headers()['cache-control']).toContain('immutable');
    const file = await sharp(await answer.body()).metadata();
    expect([file.width, file.height].map(String)).toEqual(SHARE_SIZE);
  }
  const [card = ''] = drawn;
  expect((await request.get(card.replace(/.{4}\.png$/, '0000.png'))).status()).toBe(404);
});

test('an article says its section, its topics and who wrote it', ({ walk }) => {
  for (const page of walk.of('post')) {
    const article = page.thing('NewsArticle');
    const authors = article['author'] as { '@type': string; url: string }[];
    expect(page.meta('article:section'), page.path).toEqual([article['articleSection']]);
    expect(page.meta('article:tag')).toEqual(article['keywords'] ?? []);
    expect(page.meta('article:author')).toEqual(
      authors.filter((author) => author['@type'] === 'Person').map(({ url }) => url),
    );
  }
});

test('every page names the feeds of its list, others those of their language', ({ walk }) => {
  for (const page of walk.pages) {
    const [, locale, place, slug] = page.path.split('/');
    const isList = page.kind !== 'front' && page.kind !== 'post' && page.kind !== 'info';
    const hasOwn = isList || place === 'corrections';
    const list = hasOwn
      ? `${SITE}/${[locale, place, slug].filter(Boolean).join('/')}`
      : `${SITE}/${locale}`;
    const feeds = page.document.querySelectorAll('head link[rel="alternate"][type]');
    expect(
      feeds.map((feed) => [feed.getAttribute('type'), feed.getAttribute('href')]),
      page.path,
    ).toEqual([
      ['application/rss+xml', `${list}/feed.xml`],
      ['application/atom+xml', `${list}/atom.xml`],
      ['application/feed+json', `${list}/feed.json`],
    ]);
    for (const feed of feeds) expect(feed.getAttribute('title')).toBeTruthy();
  }
});

test('no page offers a category that has nothing to read in its language', ({ walk }) => {
  for (const page of walk.pages) {
    const offered = new Set(page.all('header nav a, footer nav a', 'href'));
    const lists = walk.of('category').filter(({ path }) => offered.has(path));
    expect(lists.length, page.path).toBeGreaterThan(5);
    for (const list of lists)
      expect(list.all('main a[href*="/post/"]', 'href'), list.path).not.toEqual([]);
  }
});
