/** What the newsroom's screens are given of the media library: plain data, dates as ISO 8601 strings. */
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import type { ArticleStatus, Picture } from '../article.ts';

/** Bytes and pixels of the largest picture that is taken. */
export const LARGEST_FILE = 25 * 1024 * 1024;
export const MOST_PIXELS = 50_000_000;

/** What can be done with a picture; who may do it stands in `lib/accounts/permissions.ts`. */
export const MEDIA_VERBS = ['upload', 'describe', 'focus', 'replace', 'remove'] as const;
export type MediaVerb = (typeof MEDIA_VERBS)[number];

/** What a picture is described by in one locale; an empty text is none. */
export interface PictureText {
  alt: string;
  caption: string;
  credit: string;
}
export type PictureTexts = Partial<Record<Locale, PictureText>>;
export type SuggestedTexts = Partial<PictureText>;

export interface LibraryPicture extends Picture {
  name: string;
  /** What crops keep in sight, from 0 to 1. */
  focal: { x: number; y: number };
  texts: PictureTexts;
  /** What the file said of itself; null where it said nothing. */
  suggested: SuggestedTexts | null;
  /** The name of who uploaded it; null for what was imported. */
  uploadedBy: string | null;
  createdAt: string;
  /** How many articles show it in any of their revisions. */
  uses: number;
  /** What this user may do with it. */
  verbs: MediaVerb[];
}

/** An article that shows a picture, as far as the user may know it. */
export interface PictureUse {
  articleId: number;
  locale: Locale;
  headline: string;
  status: ArticleStatus;
  /** Readers see it there; the newest revision shows it; an earlier revision does. */
  where: 'published' | 'newest' | 'unkept' | 'earlier';
}

export const MEDIA_USES = ['any', 'used', 'unused'] as const;
/** What the library is asked for. */
export interface MediaQuery {
  /** Words of names, texts and credits. */
  q: string;
  credit: string;
  use: (typeof MEDIA_USES)[number];
  /** `1`: only one's own uploads. */
  mine: '0' | '1';
  /** What the answer before called `next`. */
  after?: string | undefined;
}

export interface MediaPage {
  pictures: LibraryPicture[];
  /** Asks for the pictures that follow; null at the end. */
  next: string | null;
}

/** What became of an upload; `isNew` is false for bytes that the library had already. */
export interface UploadedPicture {
  picture: LibraryPicture;
  isNew: boolean;
}

/**
 * Whom a file of the media store is for: readers, since a page shows it; whoever knows its address, which nobody
 * can guess, since it was never shown; the newsroom alone, since it was shown and is no more, or its address can
 * be guessed; or nobody, since it belongs to nothing.
 */
export type MediaReach = 'everybody' | 'who-knows-it' | 'newsroom' | 'nobody';

/** Why a file is not taken; each has a sentence in every language. */
export const UPLOAD_REFUSALS = [
  'too_large',
  'too_many_pixels',
  'too_small',
  'svg',
  'heic',
  'no_picture',
  'hidden_content',
  'broken',
  'too_costly',
  'disk_full',
  'lost',
] as const;
export type UploadRefusal = (typeof UPLOAD_REFUSALS)[number];

/** The text of a locale, or what stands in for it: nothing is made up. */
export const textIn = (texts: PictureTexts, locale: Locale): PictureText =>
  texts[locale] ?? { alt: '', caption: '', credit: creditOf(texts) };

/** A credit is a name: where one locale has none, another's will do. */
const creditOf = (texts: PictureTexts): string =>
  LOCALES.map((locale) => texts[locale]?.credit ?? '').find(Boolean) ?? '';
