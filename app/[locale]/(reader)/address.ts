import type { Metadata } from 'next';
import type { ArticleCard } from '@/lib/content/article';
import { SHARE_CUT, shareAddress } from '@/lib/content/body/picture';
import {
  DEFAULT_LOCALE,
  isLocale,
  LOCALES,
  OPEN_GRAPH_LOCALES,
  type Locale,
} from '@/lib/i18n/locales';
import {
  CARD_SIZE,
  cardPath,
  publicationCard,
  type ShareCard,
} from '@/lib/syndication/share-card/card';
import { addressOf } from '@/lib/syndication/site-address';
import { publication, type PublicationLinks } from '@/publication.config';

/** A picture for shared links; `url` is its path. */
export interface ShareImage {
  url: string;
  width: number;
  height: number;
  alt: string;
}

/** The values from which the head of a page is built. */
export interface PageHead {
  locale: Locale;
  title: string;
  description: string;
  /** Path of the page itself, `/en/category/sport`. */
  path: string;
  /** Path in each locale that has the page, including its own. */
  translations: Partial<Record<Locale, string>>;
  /** The page's first photograph, or the card that stands in for it; the publication's own card by default. */
  image?: ShareImage | undefined;
  /** Path of the list whose feeds the page names; the locale's own by default. */
  feedsOf?: { path: string; title: string };
  /** For a list with too little content to be indexed: crawlers may follow its links. */
  isThin?: boolean;
  /** For an article: its times with their UTC offset, its category and its topics. */
  article?: {
    publishedTime: string;
    modifiedTime: string;
    section: string;
    tags: string[];
    /** Absolute addresses. */
    authors: string[];
  };
}

/** The feeds of a list, with type and file name. */
const FEEDS = [
  { type: 'application/rss+xml', file: 'feed.xml', name: 'RSS' },
  { type: 'application/atom+xml', file: 'atom.xml', name: 'Atom' },
  { type: 'application/feed+json', file: 'feed.json', name: 'JSON Feed' },
] as const;

/** The same path in every locale. */
export const everywhere = (path: string): Record<Locale, string> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, `/${locale}${path}`])) as Record<
    Locale,
    string
  >;

/** The locale of an address; the layout has already refused all others. */
export function localeOf(segment: string): Locale {
  return isLocale(segment) ? segment : DEFAULT_LOCALE;
}

/**
 * A page number in the form that addresses have: digits without a leading zero; null for any other text.
 */
export function pageOf(segment: string): number | null {
  return /^[1-9]\d{0,8}$/.test(segment) ? Number(segment) : null;
}

/** The share picture made from the first photograph among articles; undefined where there is none. */
export function photographOf(articles: Iterable<ArticleCard | null>): ShareImage | undefined {
  for (const card of articles) {
    if (!card?.image) continue;
    const { width, height } = SHARE_CUT;
    return { url: shareAddress(card.image), width, height, alt: card.image.alt };
  }
  return undefined;
}

/** The share picture where there is no photograph: a drawn card with text. */
export const drawnCard = (card: ShareCard): ShareImage => ({
  url: cardPath(card),
  ...CARD_SIZE,
  alt: card.text,
});

/** The head of a page: title, description, canonical address, languages, feeds and share picture. */
export function headOf(head: PageHead): Metadata {
  const { locale, title, description, path, article } = head;
  // A page that is not indexed is not a translation of any page, and has no translations.
  const translations = head.isThin ? {} : head.translations;
  const image = head.image ?? drawnCard(publicationCard(locale));
  const feeds = head.feedsOf ?? { path: `/${locale}`, title: publication.taglines[locale] };
  const languages = Object.fromEntries(
    Object.entries(translations).map(([language, href]) => [language, addressOf(href)]),
  );
  const fallback = translations[DEFAULT_LOCALE] ?? Object.values(translations)[0];
  const openGraph = {
    title,
    description,
    url: addressOf(path),
    siteName: publication.name,
    locale: OPEN_GRAPH_LOCALES[locale],
    alternateLocale: LOCALES.filter((other) => other !== locale && translations[other]).map(
      (other) => OPEN_GRAPH_LOCALES[other],
    ),
    images: [{ ...image, url: addressOf(image.url) }],
  };
  return {
    title: `${title} · ${publication.name}`,
    description,
    alternates: {
      canonical: addressOf(path),
      languages: fallback ? { ...languages, 'x-default': addressOf(fallback) } : languages,
      types: Object.fromEntries(
        FEEDS.map(({ type, file, name }) => [
          type,
          [
            {
              url: addressOf(`${feeds.path}/${file}`),
              title: `${feeds.title} · ${publication.name} · ${name}`,
            },
          ],
        ]),
      ),
    },
    openGraph: article
      ? { ...openGraph, type: 'article', ...article }
      : { ...openGraph, type: 'website' },
    twitter: twitterOf(publication.links),
    robots: {
      'max-image-preview': 'large',
      ...(head.isThin && { index: false, follow: true }),
    },
  };
}

/**
 * What X shows of a shared link.
 * @param links - the publication's; without an account on X, none is named
 */
export function twitterOf({ x }: PublicationLinks): Metadata['twitter'] {
  const card = 'summary_large_image';
  return x ? { card, site: `@${new URL(x).pathname.split('/')[1] ?? ''}` } : { card };
}
