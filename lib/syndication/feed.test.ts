import RssParser from 'rss-parser';
import { expect, test } from 'vitest';
import type { FeedArticle } from '../publication/feed.ts';
import { writeAtom } from './atom.ts';
import { feedLinks, makeFeed, type Feed } from './feed.ts';
import { writeJsonFeed } from './json-feed.ts';
import { writeRss } from './rss.ts';
import { feedArticle } from './testing.ts';

const SITE = 'https://news.example';
const PICTURE = {
  imageId: 'ab',
  width: 3000,
  height: 2000,
  colour: '#000000',
  widths: [480, 1200, 1600],
};

const feedOf = (...articles: FeedArticle[]): Promise<Feed> =>
  makeFeed({
    content: { name: 'Economy', description: 'Prices.', articles },
    locale: 'en',
    scope: { kind: 'category', slug: 'economy' },
    file: 'feed.xml',
    site: SITE,
    hub: null,
    sizeOf: async (path) => (path === '/media/ab/16x9-1200.jpg' ? 4321 : null),
  });

test('an entry keeps its name through a new slug, headline and date', async () => {
  const [one] = (await feedOf(feedArticle())).entries;
  const [other] = (
    await feedOf(
      feedArticle({ slug: 'b', headline: 'B', id: 8, updatedAt: '2026-11-21T00:00:00.000Z' }),
    )
  ).entries;
  expect([one?.id, other?.id]).toEqual(['tag:caliber.az,2020:late-ferry/en', one?.id]);
  expect(one?.url).not.toBe(other?.url);
});

test('local links, pictures, embeds and corrections hold outside of the site', async () => {
  const [entry] = (
    await feedOf(
      feedArticle({
        image: { ...PICTURE, alt: 'A "quay"', caption: 'The <quay>', credit: 'Vell & Co' },
        pictures: { ab: PICTURE },
        body: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              content: [
                {
                  type: 'text',
                  text: '<a href="/not-a-link">',
                  marks: [{ type: 'link', attrs: { href: '/en/about' } }],
                },
                { type: 'text', text: 'note', marks: [{ type: 'link', attrs: { href: '#n' } }] },
              ],
            },
            { type: 'image', attrs: { imageId: 'ab', alt: '', caption: null, credit: null } },
            { type: 'embed', attrs: { provider: 'x', url: 'https://x.com/a/status/1?a=1&b=2' } },
          ],
        },
        corrections: [{ at: '2026-11-21T00:00:00.000Z', text: 'Two, not <three>.' }],
      }),
    )
  ).entries;
  expect(entry?.html).toBe(
    '<figure><img src="https://news.example/media/ab/1200.webp" width="1200" height="800" alt="A &quot;quay&quot;">' +
      '<figcaption>The &lt;quay&gt; <small>Vell &amp; Co</small></figcaption></figure>' +
      '<p><a href="https://news.example/en/about">&lt;a href=&quot;/not-a-link&quot;&gt;</a>' +
      '<a href="https://news.example/en/post/ferry#n">note</a></p>' +
      '<figure><img src="https://news.example/media/ab/1200.webp" width="1200" height="800" alt=""></figure>' +
      '<p><a href="https://x.com/a/status/1?a=1&amp;b=2">https://x.com/a/status/1?a=1&amp;b=2</a></p>' +
      '<h2>Corrections</h2><ul><li><time datetime="2026-11-21T00:00:00.000Z">21 November 2026</time>: Two, not &lt;three&gt;.</li></ul>',
  );
  expect(entry?.picture).toMatchObject({ bytes: 4321, type: 'image/jpeg' });
});

test('no text of anybody’s breaks a feed, and what XML cannot hold is left out', async () => {
  const hostile = `]]></title><script>"x"&amp;'\u0000\u000b\ud800\uffff 🛳 və`;
  const feed = await feedOf(feedArticle({ headline: hostile, standfirst: hostile }));
  const kept = `]]></title><script>"x"&amp;' 🛳 və`;
  const parsed = await new RssParser().parseString(writeRss(feed));
  expect([parsed.items[0]?.title, parsed.items[0]?.content]).toEqual([kept, kept]);
  expect(parsed.items[0]?.guid).toBe('tag:caliber.az,2020:late-ferry/en');
  expect((await new RssParser().parseString(writeAtom(feed))).items[0]?.title).toBe(kept);
});

test('a hub is named in each form and in the answer’s head, and in none where there is none', async () => {
  const feed = await feedOf(feedArticle());
  const hub = 'https://hub.example/?a=1&b=2';
  for (const write of [writeRss, writeAtom])
    expect(write({ ...feed, hub })).toContain('rel="hub" href="https://hub.example/?a=1&amp;b=2"');
  expect(JSON.parse(writeJsonFeed({ ...feed, hub }))).toMatchObject({
    hubs: [{ type: 'WebSub', url: hub }],
  });
  expect(feedLinks({ ...feed, hub })).toBe(
    `<${SITE}/en/category/economy/feed.xml>; rel="self", <${hub}>; rel="hub"`,
  );
  for (const write of [writeRss, writeAtom, writeJsonFeed, feedLinks])
    expect(write(feed)).not.toContain('hub');
});

test('a feed without a story is whole', async () => {
  const feed = await feedOf();
  expect((await new RssParser().parseString(writeRss(feed))).items).toEqual([]);
  expect(writeAtom(feed)).toContain('<updated>1970-01-01T00:00:00Z</updated>');
  expect(JSON.parse(writeJsonFeed(feed))).toMatchObject({ items: [] });
});
