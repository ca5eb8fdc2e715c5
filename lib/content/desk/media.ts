/** The media library's data for the newsroom's screens: plain data, dates as ISO 8601 strings. */
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import type { ArticleStatus, Picture } from '../article.ts';
import type { PictureCommandName } from './commands.ts';

/** Bytes and pixels of the largest picture that is accepted. */
export const LARGEST_FILE = 25 * 1024 * 1024;
export const MOST_PIXELS = 50_000_000;

/** A picture's description in one locale; an empty text means none. */
export interface PictureText {
  alt: string;
  caption: string;
  credit: string;
}
export type PictureTexts = Partial<Record<Locale, PictureText>>;
export type SuggestedTexts = Partial<PictureText>;

export interface LibraryPicture extends Picture {
  name: string;
  /** The focal point of crops, from 0 to 1. */
  focal: { x: number; y: number };
  texts: PictureTexts;
  /** Texts from the file's own metadata; null if it has none. */
  suggested: SuggestedTexts | null;
  /** The name of the uploader; null for an imported picture. */
  uploadedBy: string | null;
  createdAt: string;
  /** Number of articles that show it in any of their revisions. */
  uses: number;
  /** The commands that this user may run on it. */
  verbs: PictureCommandName[];
}

/** An article that shows a picture, as far as the user may see it. */
export interface PictureUse {
  articleId: number;
  locale: Locale;
  headline: string;
  status: ArticleStatus;
  /** In the published revision, the newest revision, the working copy, or an earlier revision. */
  where: 'published' | 'newest' | 'unkept' | 'earlier';
}

export const MEDIA_USES = ['any', 'used', 'unused'] as const;
/** The media library's filters. */
export interface MediaQuery {
  /** Words of names, texts and credits. */
  q: string;
  credit: string;
  use: (typeof MEDIA_USES)[number];
  /** `1`: only the user's own uploads. */
  mine: '0' | '1';
  /** The `next` of the response before. */
  after?: string | undefined;
}

export interface MediaPage {
  pictures: LibraryPicture[];
  /** The cursor of the following pictures; null at the end. */
  next: string | null;
}

/** The result of an upload; `isNew` is false for bytes that the library already has. */
export interface UploadedPicture {
  picture: LibraryPicture;
  isNew: boolean;
}

/**
 * Who may get a file of the media store: everybody, since a page shows it; everybody who knows its address,
 * which cannot be guessed, since it was never shown; only the newsroom, since it was shown before and is no
 * longer, or its address can be guessed; or nobody, since it belongs to nothing.
 */
export type MediaReach = 'everybody' | 'who-knows-it' | 'newsroom' | 'nobody';

/** Why a file is refused; each reason has a message in every language. */
export type UploadRefusal =
  | 'too_large'
  | 'too_many_pixels'
  | 'too_small'
  | 'svg'
  | 'heic'
  | 'no_picture'
  | 'hidden_content'
  | 'broken'
  | 'too_costly'
  | 'disk_full'
  | 'lost';

/** The text of a locale, or its fallback: nothing is invented. */
export const textIn = (texts: PictureTexts, locale: Locale): PictureText =>
  texts[locale] ?? { alt: '', caption: '', credit: creditOf(texts) };

/** A credit is a name: if one locale has none, that of another locale is used. */
const creditOf = (texts: PictureTexts): string =>
  LOCALES.map((locale) => texts[locale]?.credit ?? '').find(Boolean) ?? '';
