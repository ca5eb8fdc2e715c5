/** What the newsroom does is what crawlers see at once: each command, and everything that follows it. */
import { expect, test, type APIRequestContext } from '@playwright/test';
import { slugFor } from '../../lib/content/slug.ts';
import { change, joinAs, revision } from '../support/newsroom.ts';
import { INDEXNOW_PORT, portalEnvironment } from '../support/portal.ts';

/** Milliseconds within which everything follows. */
const SOON = 2000;
const POLL = { timeout: SOON, intervals: [50] };
const SITE = portalEnvironment.SITE_URL;
const RUN = Date.now().toString(36);
const FIRST = `Каталог ${RUN}`;
const SECOND = `Полный каталог ${RUN}`;

const MONTH = `/ru/sitemap-${new Date().toISOString().slice(0, 7)}.xml`;
/** What lists a story of this locale wherever it is filed. */
const LISTS = [
  '/ru',
  '/ru/feed.xml',
  '/ru/atom.xml',
  '/ru/feed.json',
  '/ru/sitemap-news.xml',
  '/llms.txt',
];
const LISTS_OF = (category: string) => [
  `/ru/category/${category}`,
  `/ru/category/${category}/feed.xml`,
];
/** Of another locale. */
const OTHERS = [
  '/hy',
  '/hy/category/culture',
  '/hy/feed.xml',
  '/hy/category/culture/atom.xml',
  '/hy/sitemap-news.xml',
  '/hy/sitemap-2026-11.xml',
];

/** The addresses that contain `part` and were sent so far: `''` to IndexNow, `hub` to the WebSub hub. */
async function sentTo(outsider: '' | 'hub', part: string): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${INDEXNOW_PORT}/${outsider}`);
  return ((await answer.json()) as string[]).filter((url) => url.includes(part));
}
const etags = (request: APIRequestContext) =>
  Promise.all(OTHERS.map(async (path) => (await request.get(path)).headers()['etag']));

/** The checks of a step: what a reader sees, and what search engines and the hub received. */
async function watch(reader: APIRequestContext) {
  const read = async (path: string) => (await reader.get(path)).text();
  const countPings = async () => (await sentTo('hub', '/ru/feed.xml')).length;
  let pings = await countPings();
  /** By slug: how often IndexNow received its address. */
  const submissions = new Map<string, number>();
  return {
    read,
    follows: async (paths: readonly string[], text: string) => {
      for (const path of paths) await expect.poll(() => read(path), POLL).toContain(text);
    },
    drops: async (paths: readonly string[], text: string) => {
      for (const path of paths) await expect.poll(() => read(path), POLL).not.toContain(text);
    },
    answer: (path: string) => reader.get(path, { maxRedirects: 0 }),
    /** Every step pings the hub of the locale's feeds once more. */
    hubFollows: async () => {
      await expect.poll(countPings, POLL).toBeGreaterThan(pings);
      pings = await countPings();
    },
    /** IndexNow receives each address at least once more: a second time does no harm. */
    searchEnginesFollow: async (...slugs: string[]) => {
      for (const each of slugs) {
        const count = async () => (await sentTo('', `/ru/post/${each}`)).length;
        await expect.poll(count, POLL).toBeGreaterThan(submissions.get(each) ?? 0);
        submissions.set(each, await count());
      }
    },
  };
}

test('each command of the newsroom is followed within two seconds by pages, lists, feeds, sitemaps and outsiders; another locale does not change', async ({
  request,
  playwright,
}) => {
  const reader = await playwright.request.newContext({ baseURL: SITE });
  const { read, follows, drops, answer, hubFollows, searchEnginesFollow } = await watch(reader);
  const slug = slugFor(FIRST);

  for (const path of [...LISTS, ...LISTS_OF('culture'), ...LISTS_OF('sport'), MONTH]) await read(path); // prettier-ignore
  const before = await etags(reader);
  await joinAs(request, 'editor-in-chief');
  const story = { locale: 'ru', category: 'culture', headline: FIRST };
  const { id } = await change<{ id: number }>(request, 'articles', story);
  const run = (command: string, input: unknown) =>
    change(request, `articles/${id}/${command}`, input);

  await run('publish', { version: 1 });
  await follows([...LISTS, ...LISTS_OF('culture'), `/ru/post/${slug}`], FIRST);
  await follows([MONTH], `${SITE}/ru/post/${slug}<`);
  await searchEnginesFollow(slug);
  await hubFollows();

  await run('save-markdown', { version: 1, draft: revision(SECOND) });
  expect(await read(`/ru/post/${slug}`)).not.toContain(SECOND);
  await run('update', { version: 2, isMarkedUpdated: true });
  await follows([...LISTS, ...LISTS_OF('culture'), `/ru/post/${slug}`], SECOND);
  const entryOf = async () =>
    (await read(MONTH)).split('\n').find((line) => line.includes(`/ru/post/${slug}<`)) ?? '';
  await expect
    .poll(
      async () => Date.now() - Date.parse(/<lastmod>(.*?)</.exec(await entryOf())?.[1] ?? ''),
      POLL,
    ) // prettier-ignore
    .toBeLessThan(10_000);
  await searchEnginesFollow(slug);
  await hubFollows();

  await run('correct', { text: `Было два, стало три: ${RUN}.` });
  await follows(
    ['/ru/feed.xml', '/ru/atom.xml', '/ru/category/culture/feed.xml', `/ru/post/${slug}`],
    `Было два, стало три: ${RUN}.`,
  );
  expect(await read(`/ru/post/${slug}`)).toContain('CorrectionComment');
  await searchEnginesFollow(slug);
  await hubFollows();

  await run('move', { category: 'sport' });
  await follows([...LISTS_OF('sport')], SECOND);
  await drops(LISTS_OF('culture'), SECOND);
  await follows([`/ru/post/${slug}`], 'href="/ru/category/sport"');
  await searchEnginesFollow(slug);
  await hubFollows();

  const moved = `katalog-dva-${RUN}`;
  await run('change-slug', { slug: moved });
  await follows([...LISTS, ...LISTS_OF('sport'), MONTH], `/ru/post/${moved}`);
  await drops([...LISTS, ...LISTS_OF('sport'), MONTH], `/ru/post/${slug}`);
  await expect
    .poll(async () => (await answer(`/ru/post/${slug}`)).headers()['location'], POLL)
    .toBe(`/ru/post/${moved}`);
  expect((await answer(`/ru/post/${moved}`)).status()).toBe(200);
  // Of both: the old address is to be left, the new one to be found.
  await searchEnginesFollow(slug, moved);
  await hubFollows();

  await run('withdraw', { reason: 'The end of the test' });
  for (const path of [slug, moved])
    await expect.poll(async () => (await answer(`/ru/post/${path}`)).status(), POLL).toBe(410);
  await drops([...LISTS, ...LISTS_OF('sport'), MONTH], moved);
  await drops([...LISTS, ...LISTS_OF('sport')], SECOND);
  await searchEnginesFollow(moved);
  await hubFollows();

  expect(await etags(reader)).toEqual(before);
  await reader.dispose();
});
