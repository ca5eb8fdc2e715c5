import type { Metadata } from 'next';
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from '@/lib/i18n/locales';
import { environment } from '@/lib/env';
import { publication } from '@/publication.config';

/** What of a page's head follows from where it stands. */
export interface PageHead {
  locale: Locale;
  title: string;
  description: string;
  /** Path of the page itself, `/en/category/sport`. */
  path: string;
  /** Path in each locale that has the page; itself included. */
  translations: Partial<Record<Locale, string>>;
  image?: { url: string; width: number; height: number; alt: string } | undefined;
}

/** A whole address on the portal's own site. */
export const addressOf = (path: string): string => environment().SITE_URL + path;

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

/** Title, description, canonical address, languages and what a shared link shows. */
export function headOf(head: PageHead): Metadata {
  const { locale, title, description, path, translations, image } = head;
  const languages = Object.fromEntries(
    Object.entries(translations).map(([language, href]) => [language, addressOf(href)]),
  );
  const fallback = translations[DEFAULT_LOCALE] ?? Object.values(translations)[0];
  return {
    title: title === publication.name ? title : `${title} · ${publication.name}`,
    description,
    alternates: {
      canonical: addressOf(path),
      languages: fallback ? { ...languages, 'x-default': addressOf(fallback) } : languages,
    },
    openGraph: {
      title,
      description,
      url: addressOf(path),
      siteName: publication.name,
      locale,
      type: 'website',
      ...(image && { images: [{ ...image, url: addressOf(image.url) }] }),
    },
    twitter: { card: image ? 'summary_large_image' : 'summary' },
    robots: { 'max-image-preview': 'large' },
  };
}
