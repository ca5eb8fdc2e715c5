import type { Feed, FeedEntry } from './feed.ts';
import { element, XML_DECLARATION } from './xml.ts';

/** A date in the format of RFC 822, as RSS requires. */
const dateOf = (iso: string): string => new Date(iso).toUTCString();

/** A feed as RSS 2.0, with the W3C validator's advice: a self link, description before the whole text. */
export function writeRss(feed: Feed): string {
  const links = [
    element('atom:link', null, { rel: 'self', type: 'application/rss+xml', href: feed.self }),
    ...(feed.hub ? [element('atom:link', null, { rel: 'hub', href: feed.hub })] : []),
  ];
  const channel = element('channel', [
    element('title', feed.title),
    element('link', feed.home),
    ...links,
    element('description', feed.description),
    element('language', feed.locale),
    imageOf(feed),
    ...(feed.updatedAt ? [element('lastBuildDate', dateOf(feed.updatedAt))] : []),
    ...feed.entries.map(itemOf),
  ]);
  return (
    XML_DECLARATION +
    element('rss', [channel], {
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:media': 'http://search.yahoo.com/mrss/',
    })
  );
}

/** Pixels: the largest width that RSS allows for the image of a channel. */
const WIDEST_IMAGE = 144;

/** The channel's image, with the channel's own title and link, as RSS 2.0 requires. */
function imageOf({ logo, title, home }: Feed): string {
  const width = Math.min(logo.width, WIDEST_IMAGE);
  return element('image', [
    element('url', logo.url),
    element('title', title),
    element('link', home),
    element('width', String(width)),
    element('height', String(Math.round((logo.height * width) / logo.width))),
  ]);
}

function itemOf(entry: FeedEntry): string {
  return element('item', [
    element('title', entry.title),
    element('link', entry.url),
    element('guid', entry.id, { isPermaLink: 'false' }),
    element('pubDate', dateOf(entry.publishedAt)),
    ...(entry.updatedAt === entry.publishedAt ? [] : [element('atom:updated', entry.updatedAt)]),
    ...entry.authors.map(({ name }) => element('dc:creator', name)),
    ...entry.subjects.map((subject) => element('category', subject)),
    element('description', entry.summary),
    element('content:encoded', entry.html),
    ...pictureOf(entry),
  ]);
}

function pictureOf({ picture, thumbnail }: FeedEntry): string[] {
  if (!picture) return [];
  const { url, type, bytes, width, height, caption, credit } = picture;
  const content = [
    ...(caption ? [element('media:description', caption, { type: 'plain' })] : []),
    ...(credit ? [element('media:credit', credit)] : []),
  ];
  return [
    element('media:content', content, {
      url,
      type,
      medium: 'image',
      fileSize: bytes ?? undefined,
      width,
      height,
    }),
    ...(thumbnail ? [element('media:thumbnail', null, { ...thumbnail })] : []),
  ];
}
