/** What the newsroom's screens are given of the media library: plain data, dates as ISO 8601 strings. */
import { z } from 'zod';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import type { ArticleStatus, Picture } from './article.ts';

/** Bytes and pixels of the largest picture that is taken. */
export const LARGEST_FILE = 25 * 1024 * 1024;
export const MOST_PIXELS = 50_000_000;

/** What can be done with a picture; who may do it stands in `lib/auth/permissions.ts`. */
export const MEDIA_VERBS = ['upload', 'describe', 'focus', 'replace', 'remove'] as const;
export type MediaVerb = (typeof MEDIA_VERBS)[number];

const text = (longest: number) => z.string().trim().max(longest);
/** What a picture is described by in one locale; an empty text is none. */
export const pictureTextSchema = z.strictObject({
  alt: text(1000),
  caption: text(2000),
  credit: text(500),
});
export type PictureText = z.infer<typeof pictureTextSchema>;
export const pictureTextsSchema = z.partialRecord(z.enum(LOCALES), pictureTextSchema);
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
  where: 'published' | 'newest' | 'earlier';
}

export const MEDIA_USES = ['any', 'used', 'unused'] as const;
export const mediaQuerySchema = z.object({
  q: z.string().max(200).default(''),
  credit: z.string().max(200).default(''),
  use: z.enum(MEDIA_USES).default('any'),
  /** `1`: only one's own uploads. */
  mine: z.enum(['0', '1']).default('0'),
  /** What the answer before called `next`. */
  after: z
    .string()
    .regex(/^\d{1,16}\.[0-9a-f]{32}$/)
    .optional(),
});
export type MediaQuery = z.infer<typeof mediaQuerySchema>;

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
