/** Which of a locale's articles a feed contains. */
export type FeedScope =
  { kind: 'everything' } | { kind: 'category' | 'topic' | 'author'; slug: string };

/** What a feed contains: articles, or the corrections of a locale. */
export type FeedSubject = FeedScope | { kind: 'corrections' };

/** The formats of a feed, by the last segment of its address. */
export const FEED_FORMATS = {
  'feed.xml': { type: 'application/rss+xml', name: 'RSS' },
  'atom.xml': { type: 'application/atom+xml', name: 'Atom' },
  'feed.json': { type: 'application/feed+json', name: 'JSON Feed' },
} as const;
export type FeedFile = keyof typeof FEED_FORMATS;

export const FEED_FILES = Object.keys(FEED_FORMATS) as FeedFile[];

/** @param home - path of the page that the feed belongs to */
export const feedAddress = (home: string, file: FeedFile): string => `${home}/${file}`;
