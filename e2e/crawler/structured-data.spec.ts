/** Article data: what JSON-LD says is what the page shows. */
import sharp from 'sharp';
import { namesIn } from '../../lib/syndication/structured-data/testing.ts';
import { importer } from '../support/put-article.ts';
import { editionArticles } from '../../scripts/testing/edition/write-edition.ts';
import { asWritten, expect, SITE, test, type Thing, type WalkedPage } from '../support/walk.ts';
import { publication } from '../../publication.config.ts';

/** Pixels that an article's picture must have for search engines to show it. */
const LEAST_PIXELS = 50_000;
const LEAST_LOGO = 112;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+04:00$/;

const things = (value: unknown): Thing[] => (value ?? []) as Thing[];
const texts = (page: WalkedPage, selector: string) =>
  page.document.querySelectorAll(selector).map((element) => asWritten(element.text));
/** Blocks stand in HTML without the space that a description puts between them. */
const withoutSpace = (text: string) => text.replaceAll(/\s/g, '');
const absolute = (paths: string[]) => paths.map((path) => SITE + path);

test('every page says what it is, once, in the words of schema.org', ({ walk }) => {
  for (const page of walk.pages) {
    expect(page.graphs, page.path).toHaveLength(1);
    expect(page.graphs[0]?.['@context']).toBe('https://schema.org');
    // Both are retired: no search engine shows them.
    expect(JSON.stringify(page.graphs), page.path).not.toMatch(/SearchAction|FAQPage/);
  }
});

test('an article has every field that search engines list, and each is on the page', ({ walk }) => {
  const articles = walk.of('post');
  expect(articles).toHaveLength(editionArticles().length);
  for (const page of articles) {
    const article = page.thing('NewsArticle');
    const said = (selector: string) => page.text(`article ${selector}`);
    expect(article['headline'], page.path).toBe(said('h1'));
    expect(article['url']).toBe(page.address);
    expect(article['mainEntityOfPage']).toBe(page.address);
    expect(article['inLanguage']).toBe(page.document.querySelector('html')?.getAttribute('lang'));
    expect(article['isAccessibleForFree']).toBe(true);
    const words = String(article['description']).replace(/…$/, '');
    expect(withoutSpace(page.text('article') ?? '')).toContain(withoutSpace(words));

    const authors = things(article['author']);
    expect(authors.length, page.path).toBeGreaterThan(0);
    if (authors[0]?.['@type'] === 'Person') {
      expect(authors.map(({ name }) => name)).toEqual(texts(page, 'a[rel="author"]'));
      expect(authors.map(({ url }) => url)).toEqual(absolute(page.all('a[rel="author"]', 'href')));
      for (const { url } of authors) expect(walk.at(String(url)), page.path).toBeDefined();
    } else expect(texts(page, 'a[rel="author"]')).toEqual([]);

    const steps = things(page.thing('BreadcrumbList')['itemListElement']);
    expect(steps.map(({ name }) => name)).toEqual(texts(page, 'article nav ol a'));
    expect(steps.map(({ item }) => item)).toEqual(absolute(page.all('article nav ol a', 'href')));
    expect(article['articleSection']).toBe(steps.at(-1)?.['name']);
    expect(article['keywords'] ?? []).toEqual(texts(page, 'article nav ul a[href*="/topic/"]'));
  }
});

test('dates are shown, labelled, and the same for machines, with their offset', ({ walk }) => {
  let updated = 0;
  for (const page of walk.of('post')) {
    const { datePublished, dateModified } = page.thing('NewsArticle');
    const [published, changed] = page.all('article footer time', 'datetime');
    expect(datePublished, page.path).toMatch(MOMENT);
    expect([datePublished, dateModified]).toEqual([published, changed ?? published]);
    if (changed) updated++;
    expect(page.meta('article:published_time')).toEqual([datePublished]);
    expect(page.meta('article:modified_time')).toEqual([dateModified]);
    const [day, time] = String(datePublished).split('T');
    const shown = page.text('article footer time') ?? '';
    expect(shown).toContain(String(Number(day?.slice(8))));
    expect(shown).toContain(time?.slice(0, 5));
  }
  expect(updated).toBeGreaterThan(0);
  const english = walk.of('post').find(({ path }) => path.startsWith('/en/'));
  expect(english?.text('article footer time')).toBeTruthy();
  expect(english?.document.querySelector('article footer')?.text).toMatch(
    /Published \d+ \w+ \d{4}/,
  );
});

test('corrections are said where they stand on the page', ({ walk }) => {
  const corrected = walk.of('post').filter((page) => page.thing('NewsArticle')['correction']);
  expect(corrected.length).toBeGreaterThanOrEqual(5);
  for (const page of walk.of('post')) {
    const shown = page.document
      .querySelectorAll('section[aria-labelledby="corrections"] p')
      .filter((paragraph) => paragraph.querySelector('time'));
    const said = things(page.thing('NewsArticle')['correction']);
    expect(said.map((correction) => correction['@type'])).toEqual(
      shown.map(() => 'CorrectionComment'),
    );
    for (const [index, { text, datePublished }] of said.entries()) {
      expect(shown[index]?.text).toContain(String(text));
      expect(shown[index]?.querySelector('time')?.getAttribute('datetime')).toBe(datePublished);
    }
  }
});

test('an article’s picture is there in three shapes, each as large as it says, with whose it is', async ({
  walk,
  request,
}) => {
  const checked = new Set<unknown>();
  for (const page of walk.of('post')) {
    const images = things(page.thing('NewsArticle')['image']);
    const lead = page.document.querySelector('article figure[data-lead]');
    const inText = page.document.querySelectorAll('article figure img').length - (lead ? 1 : 0);
    expect(images.length, page.path).toBe((lead ? 3 : 0) + inText);
    for (const image of images)
      for (const field of ['contentUrl', 'creditText', 'creator', 'copyrightNotice', 'license'])
        expect(image[field], `${page.path} ${field}`).toBeTruthy();
    if (!lead) continue;
    const credit = lead.querySelector('small')?.childNodes.at(-1)?.text;
    for (const [index, ratio] of [16 / 9, 4 / 3, 1].entries()) {
      const image = images[index];
      if (!image) continue;
      const { url, width, height, creditText, caption } = image;
      expect(Number(width) / Number(height)).toBeCloseTo(ratio, 2);
      expect(Number(width) * Number(height)).toBeGreaterThanOrEqual(LEAST_PIXELS);
      // Discover shows a large picture only from this width on.
      expect(Number(width)).toBeGreaterThanOrEqual(1200);
      // A picture without a credit is the publication’s own.
      expect(creditText).toBe(credit ?? publication.name);
      expect(lead.text).toContain(String(caption ?? ''));
      expect(url).not.toContain('logo');
      if (checked.has(url)) continue;
      checked.add(url);
      const file = await sharp(await (await request.get(String(url))).body()).metadata();
      expect([file.width, file.height]).toEqual([Number(width), Number(height)]);
    }
  }
  expect(checked.size).toBeGreaterThan(20);
});

test('every name of a thing in a page’s data is that of a thing in the same data', ({ walk }) => {
  for (const page of walk.pages) {
    const { said, named } = namesIn(page.graphs);
    expect([page.path, [...named].filter((name) => !said.has(name))]).toEqual([page.path, []]);
  }
});

test('the publisher has its name, its site and a logo as large as it says', async ({
  walk,
  request,
}) => {
  const logos = new Map<string, Thing>();
  for (const page of walk.of('post')) {
    const publisher = page.thing('NewsArticle')['publisher'] as Thing;
    expect(publisher['@type']).toBe('NewsMediaOrganization');
    expect(page.text('header')).toContain(String(publisher['name']));
    expect(walk.at(String(publisher['url'])), page.path).toBeDefined();
    const logo = publisher['logo'] as Thing;
    logos.set(String(logo['url']), logo);
  }
  expect(logos.size).toBe(1);
  for (const [url, { width, height }] of logos) {
    const file = await sharp(await (await request.get(url)).body()).metadata();
    expect([file.width, file.height]).toEqual([Number(width), Number(height)]);
    expect(Math.min(file.width, file.height)).toBeGreaterThanOrEqual(LEAST_LOGO);
  }
});

test('the front says whose it is; every other page the way to it, in at least two steps', ({
  walk,
}) => {
  expect(walk.of('front')).toHaveLength(4);
  for (const front of walk.of('front')) {
    expect(front.thing('WebSite')).toMatchObject({ url: front.address, name: front.text('h1') });
    const publisher = front.thing('NewsMediaOrganization');
    const links = front.all('footer a', 'href');
    expect(links).toEqual(expect.arrayContaining(publisher['sameAs'] as string[]));
    expect(front.text('footer')).toContain(String(publisher['foundingDate']));
  }
  for (const page of walk.of('post', 'category', 'topic', 'author', 'info')) {
    const steps = things(page.thing('BreadcrumbList')['itemListElement']);
    expect(steps.length, page.path).toBeGreaterThanOrEqual(2);
    expect(steps.map(({ position }) => position)).toEqual(steps.map((_, index) => index + 1));
    for (const { item } of steps) expect(walk.at(String(item)), String(item)).toBeDefined();
  }
});

test('the page of corrections says which stories were corrected, in its order', ({ walk }) => {
  const pages = walk.pages.filter(({ path }) => /^\/\w\w\/corrections(\/page\/\d+)?$/.test(path));
  expect(pages.length).toBeGreaterThanOrEqual(4);
  for (const page of pages) {
    const collection = page.thing('CollectionPage');
    expect([collection['name'], collection['url']]).toEqual([page.text('h1'), page.address]);
    const items = things((collection['mainEntity'] as Thing)['itemListElement']);
    expect(items.map(({ url }) => url)).toEqual(absolute(page.all('main ol h2 a', 'href')));
    expect(items.map(({ name }) => name)).toEqual(texts(page, 'main ol h2 a'));
  }
});

test('a list says which stories it holds, in its order; an author’s page says who that is', ({
  walk,
}) => {
  const shownOn = (page: WalkedPage) => ({
    addresses: absolute(page.all('main article h2 a', 'href')),
    headlines: texts(page, 'main article h2 a'),
  });
  for (const page of walk.of('category', 'topic')) {
    const collection = page.thing('CollectionPage');
    expect(page.text('h1'), page.path).toBe(collection['name']);
    const items = things((collection['mainEntity'] as Thing)['itemListElement']);
    const { addresses, headlines } = shownOn(page);
    expect(items.map(({ url }) => url)).toEqual(addresses);
    expect(items.map(({ name }) => name)).toEqual(headlines);
  }
  expect(walk.of('author').length).toBeGreaterThan(11);
  for (const page of walk.of('author')) {
    const profile = page.thing('ProfilePage');
    const person = profile['mainEntity'] as Thing;
    expect([person['@type'], person['name']], page.path).toEqual(['Person', page.text('h1')]);
    for (const said of [person['jobTitle'], person['description']])
      expect(page.text('main header')).toContain(String(said ?? ''));
    const { addresses, headlines } = shownOn(page);
    const works = things(profile['hasPart']);
    expect(works.map(({ url }) => url)).toEqual(addresses);
    expect(works.map(({ headline }) => headline)).toEqual(headlines);
  }
});

test('a headline that would end the script does not', async ({ page }) => {
  const headline = 'Beware </script><script>document.title="taken"</script> <!-- & friends';
  const put = importer('hostile');
  put(
    'hostile.az.md',
    `---\nstory: hostile\nlocale: az\ncategory: science\nheadline: '${headline}'\nslug: hostile\npublishedAt: 2020-01-01T00:00:00+04:00\n---\n\nText.\n`,
  );
  await page.goto('/az/post/hostile');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline);
  await expect(page).toHaveTitle(`${headline} · ${publication.name}`);
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(data).toContain('\\u003c/script\\u003e');
  const { '@graph': graph } = JSON.parse(data ?? '') as { '@graph': Thing[] };
  expect(graph[0]?.['headline']).toBe(headline);
});
