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
import type { PathParams, ReaderPage } from '@/lib/pages/all/declare-page';
import { FEED_FILES, FEED_FORMATS, feedAddress } from '@/lib/pages/all/feeds';
import { hrefsIn } from '@/lib/pages/all/locales-of-page';
import { page as frontPage } from '@/lib/pages/front';
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
export interface PageHead<Path extends string> {
  locale: Locale;
  title: string;
  description: string;
  page: ReaderPage<Path>;
  params: PathParams<Path>;
  /** Of a page of a list, from 1. The numbers of pages differ by locale: only the first has translations. */
  number?: number;
  /** The locales that have the page, including its own; every locale by default. */
  locales?: readonly Locale[];
  /** Its path in each locale that has it, where its slug is another in each. */
  translations?: Partial<Record<Locale, string>>;
  /** The page's first photograph, or the card that stands in for it; the publication's own card by default. */
  image?: ShareImage | undefined;
  /** For a list: the name of its feeds; the page's title by default. */
  feedTitle?: string;
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
export function headOf<Path extends string>(head: PageHead<Path>): Metadata {
  const { locale, title, description, article } = head;
  const path = head.page.href({ ...head.params, locale }, head.number);
  // A page that is not indexed is not a translation of any page, and has no translations.
  const translations = head.isThin ? {} : translationsOf(head, path);
  const image = head.image ?? drawnCard(publicationCard(locale));
  const feeds = feedsOf(head);
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
        FEED_FILES.map((file) => [
          FEED_FORMATS[file].type,
          [
            {
              url: addressOf(feedAddress(feeds.home, file)),
              title: `${feeds.title} · ${publication.name} · ${FEED_FORMATS[file].name}`,
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

/** The path in each locale that has the page. */
function translationsOf<Path extends string>(
  { page, params, locale, locales, number = 1, translations }: PageHead<Path>,
  path: string,
): Partial<Record<Locale, string>> {
  if (translations) return translations;
  return number > 1 ? { [locale]: path } : hrefsIn(page, params, locales ?? LOCALES);
}

/** The page whose feeds are named, and their name: those of the front for a page that has none. */
function feedsOf<Path extends string>({ page, params, locale, title, feedTitle }: PageHead<Path>) {
  return page.feed
    ? { home: page.href({ ...params, locale }), title: feedTitle ?? title }
    : { home: frontPage.href({ locale }), title: publication.taglines[locale] };
}

/**
 * What X shows of a shared link.
 * @param links - the publication's; without an account on X, none is named
 */
export function twitterOf({ x }: PublicationLinks): Metadata['twitter'] {
  const card = 'summary_large_image';
  return x ? { card, site: `@${new URL(x).pathname.split('/')[1] ?? ''}` } : { card };
}
