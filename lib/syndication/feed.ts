/** A feed, whichever form it is written in. */
import { publication } from '../../publication.config.ts';
import { cropAddress } from '../content/picture.ts';
import { plainText } from '../content/plain-text.ts';
import type { Locale } from '../i18n/locales.ts';
import type { FeedArticle, FeedContent, FeedScope } from '../publication/feed.ts';
import { feedHtml } from './feed-body.ts';

/** The forms of a feed, by the last segment of its address. */
export const FEED_TYPES = {
  'feed.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
} as const;
export type FeedFile = keyof typeof FEED_TYPES;

export interface FeedPicture {
  url: string;
  type: string;
  /** Of the file, or null where it is not there to be measured. */
  bytes: number | null;
  width: number;
  height: number;
  caption: string | null;
  credit: string | null;
}

export interface FeedEntry {
  /** Never changes: of the story and its locale, not of an address. */
  id: string;
  url: string;
  title: string;
  summary: string;
  html: string;
  /** ISO 8601. */
  publishedAt: string;
  updatedAt: string;
  authors: { name: string; url: string }[];
  /** The category and the topics, by name. */
  subjects: string[];
  picture: FeedPicture | null;
}

export interface Feed {
  id: string;
  locale: Locale;
  title: string;
  description: string;
  /** The page whose articles these are. */
  home: string;
  self: string;
  hub: string | null;
  /** When anything in it last changed; null for a feed without entries. */
  updatedAt: string | null;
  entries: FeedEntry[];
}

/** Letters of a summary where an article has no standfirst. */
const SUMMARY = 280;

const tag = (name: string): string => `tag:${publication.syndication.tagAuthority}:${name}`;

/** The path of the page that a feed follows, and before the feed's own file name. */
export function feedHome(locale: Locale, scope: FeedScope): string {
  return scope.kind === 'everything' ? `/${locale}` : `/${locale}/${scope.kind}/${scope.slug}`;
}

/** What WebSub asks of a feed's answer: a subscriber reads the hub and the feed's one address from its head. */
export const feedLinks = ({ self, hub }: Pick<Feed, 'self' | 'hub'>): string =>
  [`<${self}>; rel="self"`, ...(hub ? [`<${hub}>; rel="hub"`] : [])].join(', ');

/**
 * Makes a feed of what was read.
 * @param input.site - the portal's own address
 * @param input.hub - the WebSub hub that is told of its changes
 * @param input.sizeOf - the bytes of a file of the media store by its path, `/media/…`
 */
export async function makeFeed(input: {
  content: FeedContent;
  locale: Locale;
  scope: FeedScope;
  file: FeedFile;
  site: string;
  hub: string | null;
  sizeOf: (path: string) => Promise<number | null>;
}): Promise<Feed> {
  const { content, locale, scope, file, site, hub, sizeOf } = input;
  const home = feedHome(locale, scope);
  const entries = await Promise.all(
    content.articles.map((article) => entryOf(article, site, sizeOf)),
  );
  const changes = entries.map(({ updatedAt }) => updatedAt).sort();
  return {
    id: tag(`feed${home}`),
    locale,
    title: content.name ? `${content.name} · ${publication.name}` : publication.name,
    description: content.description ?? publication.descriptions[locale],
    home: site + home,
    self: `${site}${home}/${file}`,
    hub,
    updatedAt: changes.at(-1) ?? null,
    entries,
  };
}

async function entryOf(
  article: FeedArticle,
  site: string,
  sizeOf: (path: string) => Promise<number | null>,
): Promise<FeedEntry> {
  const { locale, slug, image } = article;
  const url = `${site}/${locale}/post/${slug}`;
  const crop = image && cropAddress(image, '16x9', 1200, 'jpg');
  return {
    id: tag(`${article.storyKey}/${locale}`),
    url,
    title: article.headline,
    summary: article.standfirst ?? plainText(article.body).slice(0, SUMMARY),
    html: feedHtml(article, site, url),
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt ?? article.publishedAt,
    authors: article.authors.map((author) => ({
      name: author.name,
      url: `${site}/${locale}/author/${author.slug}`,
    })),
    subjects: [article.category.name, ...article.topics.map(({ name }) => name)],
    picture: crop
      ? {
          url: site + crop,
          type: 'image/jpeg',
          bytes: await sizeOf(crop),
          width: 1200,
          height: 675,
          caption: image.caption,
          credit: image.credit,
        }
      : null,
  };
}
