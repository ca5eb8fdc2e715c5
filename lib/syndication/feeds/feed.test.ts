import RssParser from 'rss-parser';
import { expect, test } from 'vitest';
import { leftOutArticles } from '../../alarms.ts';
import type { Block } from '../../content/body/body.ts';
import { LOCALES } from '../../i18n/locales.ts';
import type { FeedArticle, FeedContent } from '../../publication/lists/feed.ts';
import { writeAtom } from './atom.ts';
import { feedLinks, makeCorrectionsFeed, makeFeed, type Feed, type FeedPlace } from './feed.ts';
import { writeJsonFeed } from './json-feed.ts';
import { writeRss } from './rss.ts';
import { feedArticle } from '../testing.ts';

const SITE = 'https://news.example';
const PICTURE = {
  imageId: 'ab',
  width: 3000,
  height: 2000,
  colour: '#000000',
  widths: [480, 1200, 1600],
};

const PLACE: FeedPlace = {
  locale: 'en',
  home: '/en/category/economy',
  file: 'feed.xml',
  site: SITE,
  hub: null,
};
const feedWith = (content: Partial<FeedContent>, place: Partial<FeedPlace> = {}): Promise<Feed> =>
  makeFeed(
    { ...PLACE, ...place },
    {
      content: { name: 'Economy', description: 'Prices.', articles: [], withdrawn: [], ...content },
      sizeOf: async (path) => (path === '/media/ab/16x9-1200.jpg' ? 4321 : null),
    },
  );
const feedOf = (...articles: FeedArticle[]): Promise<Feed> => feedWith({ articles });

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

test('a footnote’s number in a feed leads to the article, and its words stand at the end', async () => {
  const noted = (text: string): Block => ({
    type: 'paragraph',
    content: [
      { type: 'text', text },
      { type: 'footnote', content: [{ type: 'text', text: 'Letter.' }] },
    ],
  });
  const [entry] = (
    await feedOf(
      feedArticle({
        body: { type: 'doc', content: [noted('Denied'), noted('Twice')] },
      }),
    )
  ).entries;
  const page = 'https://news.example/en/post/ferry';
  expect(entry?.html).toContain(
    `<p>Denied<sup><a href="${page}#note-1" id="note-1-text" role="doc-noteref" aria-label="Note 1">1</a></sup></p>`,
  );
  expect(entry?.html).toContain(
    `<li id="note-2">Letter. <a href="${page}#note-2-text" role="doc-backlink" aria-label="Back to the text from note 2">`,
  );
});

test('no text breaks a feed, and characters that XML cannot hold are left out', async () => {
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

test('RFC 6721: a withdrawn article is a deleted entry in Atom, with its former id', async () => {
  const at = '2026-11-22T10:00:00.000Z';
  const feed = await feedWith({ withdrawn: [{ storyKey: 'late-ferry', withdrawnAt: at }] });
  const [entry] = (await feedOf(feedArticle())).entries;
  const atom = writeAtom(feed);
  expect(atom).toContain('xmlns:at="http://purl.org/atompub/tombstones/1.0"');
  expect(atom).toContain(`<at:deleted-entry ref="${entry?.id}" when="${at}"/>`);
  // A feed that says so has changed.
  expect(feed.updatedAt).toBe(at);
});

test('JSON Feed 1.1, extensions: withdrawn articles are in a field with an underscore', async () => {
  const at = '2026-11-22T10:00:00.000Z';
  const feed = await feedWith({ withdrawn: [{ storyKey: 'late-ferry', withdrawnAt: at }] });
  expect(JSON.parse(writeJsonFeed(feed))).toMatchObject({
    _withdrawn: { items: [{ id: 'tag:caliber.az,2020:late-ferry/en', date_withdrawn: at }] },
  });
  expect(writeJsonFeed(await feedOf())).not.toContain('_withdrawn');
});

test('feeds of no two languages share a title', async () => {
  const titles = await Promise.all(
    LOCALES.map(async (locale) => {
      const place = { locale, subject: { kind: 'everything' as const } };
      return (await feedWith({ name: null, description: null }, place)).title;
    }),
  );
  expect(new Set(titles).size).toBe(LOCALES.length);
});

test('RSS 2.0, image: the channel has a picture with its own title and link, at most 144 wide', async () => {
  const { image } = await new RssParser().parseString(writeRss(await feedOf()));
  expect(image).toEqual({
    url: `${SITE}/logo.png`,
    title: 'Economy · Caliber.Az',
    link: `${SITE}/en/category/economy`,
    width: '144',
    height: '144',
  });
});

test('RFC 4287 and JSON Feed: a feed has its publication’s logo and icon', async () => {
  const feed = await feedOf();
  expect(writeAtom(feed)).toContain(`<icon>${SITE}/icon.png</icon><logo>${SITE}/logo.png</logo>`);
  expect(JSON.parse(writeJsonFeed(feed))).toMatchObject({
    icon: `${SITE}/logo.png`,
    favicon: `${SITE}/icon.png`,
  });
});

test('Media RSS: a story with a picture has a small one too', async () => {
  const feed = await feedOf(
    feedArticle({ image: { ...PICTURE, alt: '', caption: null, credit: null } }),
    feedArticle({ storyKey: 'plain' }),
  );
  for (const write of [writeRss, writeAtom])
    expect(write(feed).match(/<media:thumbnail [^>]*>/g)).toEqual([
      `<media:thumbnail url="${SITE}/media/ab/16x9-480.webp" width="480" height="270"/>`,
    ]);
});

test('each correction is an entry of its own, which leads to where the story admits it', () => {
  const at = '2026-11-22T10:00:00.000Z';
  const place: FeedPlace = { ...PLACE, home: '/en/corrections' };
  const correction = { at, text: 'Two, not <three>.', slug: 'ferry', headline: 'Ferry' };
  const feed = makeCorrectionsFeed(place, [{ ...correction, id: 1, storyKey: 'late-ferry' }]);
  expect(feed).toMatchObject({
    self: `${SITE}/en/corrections/feed.xml`,
    title: 'Corrections · Caliber.Az',
    entries: [
      {
        id: `tag:caliber.az,2020:late-ferry/en/correction/${at}`,
        url: `${SITE}/en/post/ferry#corrections`,
        title: 'Ferry',
        publishedAt: at,
        html: expect.stringContaining('Two, not &lt;three&gt;.') as string,
      },
    ],
  });
});

test('an article that cannot be written is left out alone, in every form of the feed', async () => {
  const broken = feedArticle({ id: 9, slug: 'broken', body: null as never });
  const feed = await feedOf(feedArticle(), broken, feedArticle({ id: 10, slug: 'after' }));
  for (const write of [writeRss, writeAtom, writeJsonFeed]) {
    expect(write(feed)).toContain('/post/after');
    expect(write(feed)).not.toContain('/post/broken');
  }
  expect(leftOutArticles()).toMatchObject([{ articleId: 9, place: 'feed' }]);
});
