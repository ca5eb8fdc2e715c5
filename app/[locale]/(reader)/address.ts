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

/** A picture for shared links, by its path. */
export interface ShareImage {
  url: string;
  width: number;
  height: number;
  alt: string;
}

/** What of a page's head follows from where it stands. */
export interface PageHead {
  locale: Locale;
  title: string;
  description: string;
  /** Path of the page itself, `/en/category/sport`. */
  path: string;
  /** Path in each locale that has the page; itself included. */
  translations: Partial<Record<Locale, string>>;
  /** The page's first photograph, or the card that stands in for it; the publication's own card by default. */
  image?: ShareImage | undefined;
  /** Path of the list whose feeds the page names; the locale's own by default. */
  feedsOf?: { path: string; title: string };
  /** Of a list that says too little to be found: crawlers may follow its links. */
  isThin?: boolean;
  /** Of an article: its times with their offset, and what it is filed under. */
  article?: {
    publishedTime: string;
    modifiedTime: string;
    section: string;
    tags: string[];
    /** Whole addresses. */
    authors: string[];
  };
}

/** The feeds of a list, each by its type and by the name of its file. */
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

/** The locale of an address; the layout has refused all others. */
export function localeOf(segment: string): Locale {
  return isLocale(segment) ? segment : DEFAULT_LOCALE;
}

/** A page number as an address has it: digits without a zero before them, or null. */
export function pageOf(segment: string): number | null {
  return /^[1-9]\d{0,8}$/.test(segment) ? Number(segment) : null;
}

/** What a shared link shows of the first photograph among articles. */
export function photographOf(articles: Iterable<ArticleCard | null>): ShareImage | undefined {
  for (const card of articles) {
    if (!card?.image) continue;
    const { width, height } = SHARE_CUT;
    return { url: shareAddress(card.image), width, height, alt: card.image.alt };
  }
  return undefined;
}

/** What a shared link shows where there is no photograph: words. */
export const drawnCard = (card: ShareCard): ShareImage => ({
  url: cardPath(card),
  ...CARD_SIZE,
  alt: card.text,
});

/** Title, description, canonical address, languages, feeds and what a shared link shows. */
export function headOf(head: PageHead): Metadata {
  const { locale, title, description, path, article } = head;
  // What is not to be found is nobody's translation, and has none.
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
 * @param links - of the publication: one that has no account on X names none
 */
export function twitterOf({ x }: PublicationLinks): Metadata['twitter'] {
  const card = 'summary_large_image';
  return x ? { card, site: `@${new URL(x).pathname.split('/')[1] ?? ''}` } : { card };
}
