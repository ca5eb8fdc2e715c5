import { publication } from '../../../publication.config.ts';
import { orLeftOut } from '../../alarms.ts';
import { cropAddress } from '../../content/body/picture.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { NewsRow, SitemapMonth, SitemapRow } from '../../publication/lists/sitemap.ts';
import { page as articlePage } from '../../pages/article.ts';
import { monthSitemapAddress, sitemapAddress } from '../../pages/all/sitemaps.ts';
import { element, XML_DECLARATION } from './xml.ts';

/** Most addresses of one file: the limit of sitemaps.org. */
export const MOST_ADDRESSES = 50_000;
/** Most addresses of a news sitemap: the limit of Google. */
export const MOST_NEWS = 1000;

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const IMAGE = 'http://www.google.com/schemas/sitemap-image/1.1';
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9';

const start = (name: string, namespaces: string): string =>
  `${XML_DECLARATION}<${name} ${namespaces}>\n`;

export const URLSET_START = start('urlset', `xmlns="${SITEMAP}" xmlns:image="${IMAGE}"`);
export const URLSET_END = '</urlset>\n';

/** An article's entry. */
export function articleEntry(site: string, locale: Locale, row: SitemapRow): string {
  const image = row.image
    ? [
        element('image:image', [
          element('image:loc', site + cropAddress(row.image, '16x9', 1200, 'jpg')),
        ]),
      ]
    : [];
  const address = element('loc', site + articlePage.href({ locale, slug: row.slug }));
  return `${element('url', [address, element('lastmod', row.changedAt), ...image])}\n`;
}

/**
 * The sitemap of the pages that are not articles.
 * @param paths - from `/`
 */
export function writePagesSitemap(site: string, paths: readonly string[]): string {
  const entries = paths.map((path) => `${element('url', [element('loc', site + path)])}\n`);
  return start('urlset', `xmlns="${SITEMAP}"`) + entries.join('') + URLSET_END;
}

/** The articles of the last two days, in the format of Google News. */
export function writeNewsSitemap(site: string, locale: Locale, rows: readonly NewsRow[]): string {
  const entryOf = (row: NewsRow) =>
    element('url', [
      element('loc', site + articlePage.href({ locale, slug: row.slug })),
      element('news:news', [
        element('news:publication', [
          element('news:name', publication.name),
          element('news:language', locale),
        ]),
        element('news:publication_date', row.publishedAt),
        element('news:title', row.headline),
      ]),
    ]);
  const lines = rows
    .flatMap((row) => orLeftOut('sitemap', row.id, () => `${entryOf(row)}\n`))
    .join('');
  return start('urlset', `xmlns="${SITEMAP}" xmlns:news="${NEWS}"`) + lines + URLSET_END;
}

/**
 * The index of all sitemaps.
 * @param site - the portal's own address, without a slash at its end
 */
export function writeSitemapIndex(
  site: string,
  locales: readonly { locale: Locale; months: readonly SitemapMonth[] }[],
): string {
  const entry = (path: string, changedAt?: string) =>
    `${element('sitemap', [
      element('loc', site + path),
      ...(changedAt ? [element('lastmod', changedAt)] : []),
    ])}\n`;
  const entries = locales.flatMap(({ locale, months }) => [
    entry(sitemapAddress(locale, 'news')),
    entry(sitemapAddress(locale, 'pages')),
    ...months.flatMap(({ month, count, changedAt }) => {
      const parts = Math.ceil(count / MOST_ADDRESSES);
      // With several parts, it is not known which one contains the last change: then no date is given.
      return Array.from({ length: parts }, (_, n) =>
        entry(monthSitemapAddress(locale, month, n + 1), parts === 1 ? changedAt : undefined),
      );
    }),
  ]);
  return `${start('sitemapindex', `xmlns="${SITEMAP}"`)}${entries.join('')}</sitemapindex>\n`;
}
