import type { Locale } from '../i18n/locales.ts';
import type { ReaderPage } from '../pages/all/declare-page.ts';
import { PAGES } from '../pages.generated.ts';

/** The slugs of the lists that search engines should find, by what they list. */
export type FindableLists = Record<'categories' | 'topics' | 'authors', readonly string[]>;

/** The paths of a locale's pages that are not articles, as `lib/pages` declares what the sitemap lists. */
export const pagesInSitemap = (
  locale: Locale,
  lists: FindableLists,
  pages: Iterable<ReaderPage> = Object.values<ReaderPage>(PAGES),
): string[] => [...pages].flatMap((page) => pathsOf(page, locale, lists));

function pathsOf(page: ReaderPage, locale: Locale, lists: FindableLists): string[] {
  switch (page.sitemap) {
    // The articles of each month have sitemaps of their own.
    case undefined:
    case 'months':
      return [];
    case 'always':
      return [page.href({ locale })];
    default: {
      const [, name = ''] = /\[(\w+)\]/.exec(page.path) ?? [];
      return lists[page.sitemap].map((slug) => page.href({ locale, [name]: slug }));
    }
  }
}
