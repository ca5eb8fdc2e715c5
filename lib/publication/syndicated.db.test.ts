import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { fixedClock } from '../clock.ts';
import type { WrittenFrontMatter } from '../content/front-matter/front-matter.ts';
import { testDatabase } from '../db/testing.ts';
import { importArticles } from '../newsroom/import/import-articles.ts';
import { someArticle } from '../newsroom/testing.ts';
import { collectNotes } from '../page-tags.ts';
import type { FeedScope } from '../pages/all/feeds.ts';
import { getFeed } from './lists/feed.ts';
import { getArticle } from './get-article.ts';
import {
  listNews,
  listSitemapLists,
  listSitemapMonths,
  readSitemapMonth,
  sitemapMark,
  type SitemapRow,
} from './lists/sitemap.ts';
import { publicAddresses } from './public-addresses.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };
const write = (...fields: (Partial<WrittenFrontMatter> & { text?: string })[]) =>
  importArticles(database, fields.map(someArticle), []);
async function monthOf(month: string, window = { skip: 0, most: 50_000 }): Promise<SitemapRow[]> {
  const found: SitemapRow[] = [];
  for await (const rows of readSitemapMonth('en', month, window, from)) found.push(...rows);
  return found;
}

test('nothing of an article that is not for readers is in any feed or sitemap, or sent to outsiders', async () => {
  const hidden = {
    headline: 'The quillwort affair',
    text: 'About quillwort.',
    authors: ['quillwort-author'],
    topics: ['quillwort-topic'],
  };
  await write(
    { ...hidden, story: 'a', slug: 'quillwort-a', status: 'draft' },
    { ...hidden, story: 'b', slug: 'quillwort-b', status: 'in_review' },
    {
      ...hidden,
      story: 'c',
      slug: 'quillwort-c',
      status: 'scheduled',
      publishedAt: '2026-11-24T07:00:00Z',
    },
    { ...hidden, story: 'd', slug: 'quillwort-d', status: 'withdrawn' },
    { ...hidden, story: 'e', slug: 'quillwort-e', publishedAt: '2026-11-24T06:00:01Z' },
    { ...hidden, story: 'f', slug: 'quillwort-f', embargoUntil: '2026-11-24T06:00:01Z' },
    { story: 'open', headline: 'A ferry', publishedAt: '2026-11-24T05:00:00Z' },
  );
  const slugs = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `quillwort-${letter}`);
  const reads = await Promise.all([
    getFeed('en', { kind: 'everything' }, from),
    getFeed('en', { kind: 'category', slug: 'analytics' }, from),
    getFeed('en', { kind: 'topic', slug: 'quillwort-topic' }, from),
    getFeed('en', { kind: 'author', slug: 'quillwort-author' }, from),
    listSitemapMonths('en', from),
    monthOf('2026-11'),
    listNews('en', 1000, from),
    listSitemapLists('en', from),
  ]);
  expect(JSON.stringify(reads)).not.toContain('quillwort');
  expect(JSON.stringify(reads)).toContain('A ferry');
  expect(reads[4]).toMatchObject([{ month: '2026-11', count: 1 }]);
  const addresses = await publicAddresses(
    slugs.map((slug) => ({ locale: 'en', slug })),
    from,
  );
  // Outsiders must learn that it was withdrawn.
  expect(addresses).toEqual([{ locale: 'en', slug: 'quillwort-d' }]);
});

test('a month has its own articles, in parts that leave none out and list none twice', async () => {
  await write(
    { slug: 'last-of-october', publishedAt: '2026-10-31T23:59:59Z' },
    ...Array.from({ length: 7 }, (_, n) => ({
      slug: `november-${n}`,
      publishedAt: `2026-11-01T00:00:00${n < 3 ? '' : `.00${n}`}Z`,
    })),
  );
  const parts = [
    await monthOf('2026-11', { skip: 0, most: 3 }),
    await monthOf('2026-11', { skip: 3, most: 3 }),
    await monthOf('2026-11', { skip: 6, most: 3 }),
  ];
  expect(parts.map((part) => part.length)).toEqual([3, 3, 1]);
  expect(new Set(parts.flat().map(({ slug }) => slug)).size).toBe(7);
  expect((await monthOf('2026-10')).map(({ slug }) => slug)).toEqual(['last-of-october']);
});

test('lastmod is what a reader sees, and a month’s mark changes with whatever its list shows', async () => {
  const article = { story: 'a', slug: 'a', publishedAt: '2026-11-20T10:00:00Z' };
  await write(article);
  const first = await sitemapMark('en', '2026-11', from);
  expect((await monthOf('2026-11'))[0]?.changedAt).toBe('2026-11-20T10:00:00Z');
  await write({ ...article, text: 'A comma was wrong.' });
  expect((await monthOf('2026-11'))[0]?.changedAt).toBe('2026-11-20T10:00:00Z');
  await write({ ...article, slug: 'b', updatedAt: '2026-11-21T14:00:00+04:00' });
  expect(await monthOf('2026-11')).toMatchObject([
    { slug: 'b', changedAt: '2026-11-21T10:00:00Z' },
  ]);
  expect((await sitemapMark('en', '2026-11', from))?.mark).not.toBe(first?.mark);
  await write({ ...article, status: 'withdrawn' });
  expect(await sitemapMark('en', '2026-11', from)).toBeNull();
});

test('the moment at which a month’s list changed moves with every change, and never goes back', async () => {
  const article = { story: 'a', slug: 'a', publishedAt: '2026-11-20T10:00:00Z' };
  const stays = { story: 'b', slug: 'b', publishedAt: '2026-11-20T10:00:00Z' };
  await write(article, stays);
  let last = '';
  const changes: [what: string, fields: Partial<WrittenFrontMatter>][] = [
    ['an update', { updatedAt: '2026-11-21T10:00:00Z' }],
    ['a new slug', { slug: 'a-new' }],
    ['a withdrawal', { status: 'withdrawn' }],
    ['its return', { status: 'published' }],
  ];
  // As the database counts: seconds are too coarse for a test that does not wait.
  const listed = async () => {
    const [row] = await database.execute<{ at: string }>(
      sql`select max(listed_at)::text as at from articles`,
    );
    return row?.at ?? '';
  };
  for (const [what, fields] of changes) {
    const before = await listed();
    Object.assign(article, fields);
    await write(article);
    expect([what, (await listed()) > before]).toEqual([what, true]);
    const [month] = await listSitemapMonths('en', from);
    expect([what, (month?.changedAt ?? '') >= last]).toEqual([what, true]);
    expect((await sitemapMark('en', '2026-11', from))?.changedAt).toBe(month?.changedAt);
    last = month?.changedAt ?? '';
  }
  const before = await listed();
  await write({ ...article, text: 'A comma was wrong.' });
  expect(await listed()).toBe(before);
});

test('news is of two days, bounded, and is generated again when its oldest grows too old', async () => {
  await write(
    { slug: 'old', publishedAt: '2026-11-22T05:59:59Z' },
    { slug: 'just', publishedAt: '2026-11-22T06:10:00Z' },
    { slug: 'new', publishedAt: '2026-11-24T05:00:00Z' },
  );
  const { answer, notes } = await collectNotes(() => listNews('en', 1000, from));
  expect(answer.map(({ slug }) => slug)).toEqual(['new', 'just']);
  expect([notes.lifetime, [...notes.tags]]).toEqual([600, ['front:en']]);
  expect((await listNews('en', 1, from)).map(({ slug }) => slug)).toEqual(['new']);
  expect(await listNews('hy', 1000, from)).toEqual([]);
});

test('a feed changes with its list and each article in it; an unknown list has none', async () => {
  await write({ story: 'a', topics: ['coast'], authors: ['ana-vell'], text: 'Whole text.' });
  const { answer, notes } = await collectNotes(() =>
    getFeed('en', { kind: 'topic', slug: 'coast' }, from),
  );
  expect(answer?.articles).toMatchObject([{ storyKey: 'a', body: { type: 'doc' } }]);
  expect([...notes.tags].toSorted()).toEqual(['article:1', 'publication', 'topic:en:coast']);
  expect(await getFeed('ru', { kind: 'topic', slug: 'coast' }, from)).toBeNull();
  expect(await getFeed('ru', { kind: 'author', slug: 'ana-vell' }, from)).toBeNull();
  expect(await getFeed('en', { kind: 'category', slug: 'gossip' }, from)).toBeNull();
  expect((await getFeed('ru', { kind: 'category', slug: 'sport' }, from))?.articles).toEqual([]);
});

test('a feed lists withdrawn articles for a month', async () => {
  const article = { story: 'hoax', topics: ['coast'] };
  await write(article, { story: 'stays', topics: ['coast'] }, { story: 'never', status: 'draft' });
  await write({ ...article, status: 'withdrawn' });
  const now = (days: number) => ({
    database,
    clock: fixedClock(new Date(Date.now() + days * 86_400_000)),
  });
  const feedSlugs = async (scope: FeedScope, days = 0) =>
    (await getFeed('en', scope, now(days)))?.withdrawn.map(({ storyKey }) => storyKey);
  expect(await feedSlugs({ kind: 'everything' })).toEqual(['hoax']);
  expect(await feedSlugs({ kind: 'topic', slug: 'coast' })).toEqual(['hoax']);
  expect(await feedSlugs({ kind: 'category', slug: 'sport' })).toEqual([]);
  expect(await feedSlugs({ kind: 'everything' }, 31)).toEqual([]);
  await write({ ...article, status: 'published' });
  expect(await feedSlugs({ kind: 'everything' })).toEqual([]);
});

test('a feed does not list an article withdrawn under its embargo', async () => {
  const embargoUntil = new Date(Date.now() + 86_400_000).toISOString();
  const article = { story: 'secret-deal', topics: ['secrets'], embargoUntil };
  await write(article, { story: 'open-deal', topics: ['secrets'] });
  await write({ ...article, status: 'withdrawn' });
  const feed = await getFeed('en', { kind: 'topic', slug: 'secrets' }, from);
  expect(feed?.withdrawn).toEqual([]);
});

test('the address of an article withdrawn under its embargo is sent to nobody', async () => {
  const embargoUntil = new Date(Date.now() + 86_400_000).toISOString();
  const slug = 'secret-pact';
  await write({ story: slug, slug, embargoUntil });
  await write({ story: slug, slug, embargoUntil, status: 'withdrawn' });
  expect(await publicAddresses([{ locale: 'en', slug }], from)).toEqual([]);
  expect(await getArticle('en', slug, from)).toEqual({ kind: 'missing' });
});
