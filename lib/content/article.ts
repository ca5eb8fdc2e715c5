/** The data for readers' pages: plain data, dates as ISO 8601 strings, safe to serialise as JSON. */
import type { Locale } from '../i18n/locales.ts';
import type { Body } from './body/body.ts';

export const ARTICLE_STATUSES = [
  'draft',
  'in_review',
  'scheduled',
  'published',
  'withdrawn',
] as const;
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number];

export interface CategoryRef {
  slug: string;
  /** In the locale of the page. */
  name: string;
}
export interface Category extends CategoryRef {
  description: string;
}
export interface TopicRef {
  slug: string;
  name: string;
}
export interface AuthorRef {
  slug: string;
  name: string;
}
export interface Author extends AuthorRef {
  role: string | null;
  biography: string | null;
  /** The same person's addresses on other sites. */
  links: string[];
}

/** The files that were cut from one picture. Addresses are paths on this site: `/media/…`. */
export interface Picture {
  imageId: string;
  /** Size of the original, in pixels. */
  width: number;
  height: number;
  /** Mean colour, `#rrggbb`: shown until the picture has loaded. */
  colour: string;
  /** Available widths of the uncropped picture in pixels, ascending; see `lib/content/body/picture.ts`. */
  widths: number[];
  /** The focal point of its crops, in hundredths from the left and the top (`30-60`); absent: the centre. */
  focus?: string;
}
export const PICTURE_CROPS = ['16x9', '4x3', '1x1'] as const;
export type PictureCrop = (typeof PICTURE_CROPS)[number];

export interface CaptionedPicture extends Picture {
  alt: string;
  caption: string | null;
  credit: string | null;
}

/** An article as shown in a list. */
export interface ArticleCard {
  id: number;
  locale: Locale;
  slug: string;
  headline: string;
  standfirst: string | null;
  kicker: string | null;
  category: CategoryRef;
  authors: AuthorRef[];
  /** ISO 8601, UTC. */
  publishedAt: string;
  image: CaptionedPicture | null;
  readingMinutes: number;
}

export interface Correction {
  /** ISO 8601, UTC. */
  at: string;
  text: string;
}

/** A published article with everything that its page shows. */
export interface Article extends ArticleCard {
  storyKey: string;
  /**
   * When its content last changed substantially after publication, as shown to readers; ISO 8601, or null.
   */
  updatedAt: string | null;
  body: Body;
  /** Every picture in the body, by imageId. */
  pictures: Record<string, Picture>;
  topics: TopicRef[];
  corrections: Correction[];
  /** The published articles of the same story, one per locale, this one included. */
  translations: { locale: Locale; slug: string }[];
  seo: { title: string | null; description: string | null };
}

/** One page of a paginated list. */
export interface ArticlePage {
  articles: ArticleCard[];
  /** From 1. */
  page: number;
  pageCount: number;
  total: number;
}
