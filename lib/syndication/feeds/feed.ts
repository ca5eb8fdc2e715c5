/** A feed, independent of its format. */
import { publication } from '../../../publication.config.ts';
import { orLeftOutLater } from '../../alarms.ts';
import { escapeHtml } from '../../content/body/escape-html.ts';
import { cropAddress } from '../../content/body/picture.ts';
import { plainText } from '../../content/body/plain-text.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { ListedCorrection } from '../../publication/corrections.ts';
import type { FeedArticle, FeedContent } from '../../publication/lists/feed.ts';
import { feedAddress, type FeedFile } from '../../pages/all/feeds.ts';
import { page as articlePage } from '../../pages/article.ts';
import { page as authorPage } from '../../pages/author.ts';
import { feedHtml } from './feed-body.ts';
import { correctionWordsOf } from '../messages.ts';

interface FeedPicture {
  url: string;
  type: string;
  /** Size of the file, or null where it could not be measured. */
  bytes: number | null;
  width: number;
  height: number;
  caption: string | null;
  credit: string | null;
}

/** A small picture of an entry or a feed. */
interface FeedThumbnail {
  url: string;
  width: number;
  height: number;
}

export interface FeedEntry {
  /** Never changes: it is built from the story and its locale, not from an address. */
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
  thumbnail: FeedThumbnail | null;
}

/** An entry that was withdrawn: a site that copied it should remove it. */
interface FeedWithdrawal {
  /** The id that the entry had. */
  id: string;
  /** ISO 8601. */
  at: string;
}

export interface Feed {
  id: string;
  locale: Locale;
  title: string;
  description: string;
  /** The page that lists these articles. */
  home: string;
  self: string;
  hub: string | null;
  /** When anything in it last changed; null for a feed without entries. */
  updatedAt: string | null;
  entries: FeedEntry[];
  withdrawn: FeedWithdrawal[];
  /** The publication's square logo. */
  logo: FeedThumbnail;
  icon: string;
}

/** Most characters of a summary where an article has no standfirst. */
const SUMMARY = 280;

const tag = (name: string): string => `tag:${publication.syndication.tagAuthority}:${name}`;

const idOfArticle = (storyKey: string, locale: Locale): string => tag(`${storyKey}/${locale}`);

/**
 * The Link header that WebSub requires of a feed: a subscriber reads the hub and the feed's canonical
 * address from it.
 */
export const feedLinks = ({ self, hub }: Pick<Feed, 'self' | 'hub'>): string =>
  [`<${self}>; rel="self"`, ...(hub ? [`<${hub}>; rel="hub"`] : [])].join(', ');

/** The address of a feed, independent of its content. */
export interface FeedPlace {
  locale: Locale;
  /** Path of the page that it belongs to. */
  home: string;
  file: FeedFile;
  /** The portal's own address. */
  site: string;
  /** The WebSub hub that is notified of its changes. */
  hub: string | null;
}

/**
 * Builds a feed from articles that were read.
 * @param input.sizeOf - returns the bytes of a file of the media store by its path, `/media/…`; null where
 *   unknown
 */
export async function makeFeed(
  place: FeedPlace,
  input: { content: FeedContent; sizeOf: (path: string) => Promise<number | null> },
): Promise<Feed> {
  const { content, sizeOf } = input;
  const { locale, site } = place;
  const made = content.articles.map((article) =>
    orLeftOutLater('feed', article.id, () => entryOf(article, site, sizeOf)),
  );
  const entries = (await Promise.all(made)).flat();
  const withdrawn = content.withdrawn.map(({ storyKey, withdrawnAt }) => ({
    id: idOfArticle(storyKey, locale),
    at: withdrawnAt,
  }));
  return feedOf(place, {
    title: content.name ?? publication.taglines[locale],
    description: content.description ?? publication.descriptions[locale],
    entries,
    withdrawn,
  });
}

/** Builds a feed of a locale's corrections. */
export function makeCorrectionsFeed(
  place: FeedPlace,
  corrections: readonly ListedCorrection[],
): Feed {
  const { locale, site } = place;
  const { title, description } = correctionWordsOf(locale);
  const entries = corrections.map(({ at, text, slug, headline, storyKey }): FeedEntry => {
    const url = site + articlePage.href({ locale, slug });
    return {
      id: tag(`${storyKey}/${locale}/correction/${at}`),
      url: `${url}#corrections`,
      title: headline,
      summary: text,
      html: `<p>${escapeHtml(text)}</p><p><a href="${escapeHtml(url)}">${escapeHtml(headline)}</a></p>`,
      publishedAt: at,
      updatedAt: at,
      authors: [],
      subjects: [],
      picture: null,
      thumbnail: null,
    };
  });
  return feedOf(place, { title, description, entries, withdrawn: [] });
}

function feedOf(
  { locale, home, file, site, hub }: FeedPlace,
  content: Pick<Feed, 'title' | 'description' | 'entries' | 'withdrawn'>,
): Feed {
  const { path, width, height } = publication.logo;
  const changes = [
    ...content.entries.map(({ updatedAt }) => updatedAt),
    ...content.withdrawn.map(({ at }) => at),
  ].sort();
  return {
    ...content,
    id: tag(`feed${home}`),
    locale,
    title: `${content.title} · ${publication.name}`,
    home: site + home,
    self: site + feedAddress(home, file),
    hub,
    updatedAt: changes.at(-1) ?? null,
    logo: { url: site + path, width, height },
    icon: `${site}/icon.png`,
  };
}

async function entryOf(
  article: FeedArticle,
  site: string,
  sizeOf: (path: string) => Promise<number | null>,
): Promise<FeedEntry> {
  const { locale, slug, image } = article;
  const url = site + articlePage.href({ locale, slug });
  const crop = image && cropAddress(image, '16x9', 1200, 'jpg');
  const thumbnail = image && cropAddress(image, '16x9', 480, 'webp');
  return {
    id: idOfArticle(article.storyKey, locale),
    url,
    title: article.headline,
    summary: article.standfirst ?? plainText(article.body).slice(0, SUMMARY),
    html: feedHtml(article, site, url),
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt ?? article.publishedAt,
    authors: article.authors.map((author) => ({
      name: author.name,
      url: site + authorPage.href({ locale, author: author.slug }),
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
    thumbnail: thumbnail ? { url: site + thumbnail, width: 480, height: 270 } : null,
  };
}
