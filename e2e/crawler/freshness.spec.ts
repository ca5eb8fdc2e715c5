import { expect, test, type APIRequestContext } from '@playwright/test';
import { LiveEdition } from '../support/live-edition.ts';
import { INDEXNOW_PORT, portalEnvironment } from '../support/portal.ts';
import { checkXml } from '../support/xml.ts';
import { publication } from '../../publication.config.ts';

/** Milliseconds within which everything that a crawler sees follows the newsroom. */
const SOON = 2000;
const POLL = { timeout: SOON, intervals: [50] };
const SITE = portalEnvironment.SITE_URL;

const now = new Date(Date.now() - 60_000);
const MONTH = `/az/sitemap-${now.toISOString().slice(0, 7)}.xml`;
/** What lists the story, and would be asked for by somebody every few minutes. */
const LISTS = [
  '/az',
  '/az/category/world',
  '/az/feed.xml',
  '/az/atom.xml',
  '/az/feed.json',
  '/az/category/world/feed.xml',
  '/az/sitemap-news.xml',
  '/llms.txt',
];
/** Of another locale; pages that show its breaking-news line are others' to change. */
const OTHERS = [
  '/hy/topic/coast',
  '/hy/category/world/feed.xml',
  '/hy/feed.xml',
  '/hy/sitemap-news.xml',
  '/hy/sitemap-2026-11.xml',
];

const shown = async (request: APIRequestContext, path: string) => (await request.get(path)).text();
const etags = (request: APIRequestContext) =>
  Promise.all(OTHERS.map(async (path) => (await request.get(path)).headers()['etag']));
/** When the index says that the month's list changed; milliseconds. */
const listChangedAt = async (request: APIRequestContext) => {
  const entry = (await shown(request, '/sitemap.xml'))
    .split('\n')
    .find((line) => line.includes(`${SITE}${MONTH}<`));
  return Date.parse(/<lastmod>([^<]+)</.exec(entry ?? '')?.[1] ?? '');
};
const submitted = async () => {
  const answer = await fetch(`http://127.0.0.1:${INDEXNOW_PORT}/`);
  return ((await answer.json()) as string[]).filter((url) => url.includes('/az/post/yeni'));
};

test('pages, lists, feeds, sitemaps and IndexNow follow what is published, updated, moved and withdrawn, and another locale does not change', async ({
  request,
}) => {
  const edition = new LiveEdition();
  const story = { publishedAt: now.toISOString() };
  // With its first story in a language a category gets that alternate in every other.
  edition.put('ilk', 'az', { ...story, headline: '"İlk yazı"', slug: 'ilk-yazi' });
  await expect.poll(() => shown(request, '/hy/category/world'), POLL).toMatch(/hreflang="az"/i);
  for (const path of [...LISTS, MONTH, '/sitemap.xml']) await shown(request, path);
  const before = await etags(request);

  edition.put('yeni', 'az', { ...story, headline: '"Yeni xəbər"', slug: 'yeni' });
  for (const path of [...LISTS, '/az/post/yeni'])
    await expect.poll(() => shown(request, path), POLL).toContain('Yeni xəbər');
  await expect.poll(() => shown(request, MONTH), POLL).toContain(`${SITE}/az/post/yeni<`);
  await expect.poll(submitted, POLL).toEqual([`${SITE}/az/post/yeni`]);

  const updatedAt = new Date(Date.now() - 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  edition.put('yeni', 'az', {
    ...story,
    updatedAt,
    headline: '"Dəqiqləşdirilmiş xəbər"',
    slug: 'yeni-iki',
    corrections: `[{ at: ${updatedAt}, text: "İki yox, üç." }]`,
  });
  for (const path of [...LISTS, '/az/post/yeni-iki'])
    await expect.poll(() => shown(request, path), POLL).toContain('Dəqiqləşdirilmiş xəbər');
  await expect.poll(() => shown(request, '/az/feed.xml'), POLL).toContain('İki yox, üç.');
  await expect.poll(() => shown(request, MONTH), POLL).toContain(`<lastmod>${updatedAt}</lastmod>`);
  await expect
    .poll(() => listChangedAt(request), POLL)
    .toBeGreaterThanOrEqual(Date.parse(updatedAt));
  await expect
    .poll(async () => (await submitted()).slice(1).toSorted(), POLL)
    .toEqual([`${SITE}/az/post/yeni`, `${SITE}/az/post/yeni-iki`]);

  for (const file of ['feed.xml', 'atom.xml', 'feed.json'])
    await expect
      .poll(() => shown(request, `/az/corrections/${file}`), POLL)
      .toContain('İki yox, üç.');
  const listed = await listChangedAt(request);

  edition.put('yeni', 'az', {
    ...story,
    headline: '"Çəkilmiş xəbər"',
    slug: 'yeni-iki',
    status: 'withdrawn',
  });
  await expect.poll(async () => (await request.get('/az/post/yeni-iki')).status(), POLL).toBe(410);
  for (const path of [...LISTS, MONTH])
    await expect.poll(() => shown(request, path), POLL).not.toMatch(/yeni-iki|xəbər</);
  await expect.poll(async () => (await submitted()).at(-1), POLL).toBe(`${SITE}/az/post/yeni-iki`);

  const name = `tag:${publication.syndication.tagAuthority}:yeni/az`;
  await expect
    .poll(() => shown(request, '/az/atom.xml'), POLL)
    .toContain(`<at:deleted-entry ref="${name}"`);
  await expect.poll(() => shown(request, '/az/feed.json'), POLL).toContain(`{"id":"${name}"`);
  expect(await listChangedAt(request)).toBeGreaterThanOrEqual(listed);

  edition.put('qaralama', 'az', {
    ...story,
    headline: '"Gizli"',
    slug: 'yeni-gizli',
    status: 'draft',
  });
  edition.put('aydin', 'az', { ...story, headline: '"Aydın"', slug: 'yeni-aydin' });
  await expect
    .poll(async () => (await submitted()).at(-1), POLL)
    .toBe(`${SITE}/az/post/yeni-aydin`);
  for (const path of [...LISTS, MONTH])
    expect(await shown(request, path)).not.toMatch(/Gizli|gizli/);
  expect((await submitted()).join()).not.toContain('gizli');
  expect(await etags(request)).toEqual(before);
});

test('the news sitemap, a WebSub hub and IndexNow have what was published a moment ago', async ({
  request,
}) => {
  const edition = new LiveEdition();
  const address = `${SITE}/ru/post/hub-story`;
  const publishedAt = new Date(Date.now() - 60_000).toISOString().replace(/\.\d+Z$/, 'Z');
  edition.put('hub-story', 'ru', {
    headline: '"Новый мост & дорога"',
    slug: 'hub-story',
    publishedAt,
  });
  await expect
    .poll(() => shown(request, '/ru/sitemap-news.xml'), POLL)
    .toContain(`<loc>${address}</loc>`);
  const xml = await shown(request, '/ru/sitemap-news.xml');
  checkXml(xml, 'sitemap');
  const entry = xml.split('\n').find((line) => line.includes(`${address}<`)) ?? '';
  expect(entry).toContain('<news:title>Новый мост &amp; дорога</news:title>');
  expect(entry).toContain(`<news:publication_date>${publishedAt}</news:publication_date>`);
  expect(entry).toContain(
    `<news:name>${publication.name}</news:name><news:language>ru</news:language>`,
  );
  const heard = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${INDEXNOW_PORT}${path}`);
    return (await answer.json()) as string[];
  };
  await expect.poll(() => heard('/'), POLL).toContain(address);
  for (const feed of [
    '/ru/feed.xml',
    '/ru/atom.xml',
    '/ru/feed.json',
    '/ru/category/world/feed.xml',
  ])
    await expect.poll(() => heard('/hub'), POLL).toContain(SITE + feed);
});
