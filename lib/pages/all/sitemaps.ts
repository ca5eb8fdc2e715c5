import { isLocale, type Locale } from '../../i18n/locales.ts';

/** The index of all sitemaps. */
export const SITEMAP_INDEX = '/sitemap.xml';

/** The news of the last days, and the pages that are not articles. */
type SitemapName = 'news' | 'pages';

/** The path of a file by its two variable parts, which need not be those of a sitemap that exists. */
export const sitemapPath = (locale: string, name: string): string =>
  `/${locale}/sitemap-${name}.xml`;

/** The path of a locale's sitemap. */
export const sitemapAddress = (locale: Locale, name: SitemapName): string =>
  sitemapPath(locale, name);

/**
 * The path of one part of a month; it is in the folder of all its addresses, as the protocol requires.
 * @param month - `2026-11`
 * @param part - from 1
 */
export const monthSitemapAddress = (locale: Locale, month: string, part: number): string =>
  sitemapPath(locale, `${month}${part === 1 ? '' : `-${part}`}`);

const NAMED = /^\/([a-z]+)\/sitemap-(news|pages)\.xml$/;
const OF_MONTH = /^\/[a-z]+\/sitemap-(\d{4}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d{1,3}))?\.xml$/;

/** Which sitemap lies at a path; null for a month's and for any other address. */
export function sitemapAt(path: string): { locale: Locale; which: SitemapName } | null {
  const [, locale = '', which] = NAMED.exec(path) ?? [];
  return isLocale(locale) ? { locale, which: which === 'news' ? 'news' : 'pages' } : null;
}

/** Which part of which month's sitemap lies at a path below a locale; null for any other address. */
export function monthSitemapAt(path: string): { month: string; part: number } | null {
  const [, month, part = '1'] = OF_MONTH.exec(path) ?? [];
  return month === undefined ? null : { month, part: Number(part) };
}
