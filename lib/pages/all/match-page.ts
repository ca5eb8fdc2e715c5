import { isLocale } from '../../i18n/locales.ts';
import { PAGES } from '../../pages.generated.ts';
import type { PageParams, ReaderPage } from './declare-page.ts';

/** What an address of a page names. */
export interface Match<Path extends string> {
  params: PageParams<Path>;
  /** Of a list, from 1. */
  number: number;
}

const patterns = new Map<ReaderPage, RegExp>();

/**
 * Recognises an address of a page.
 * @param path - in its canonical form, without a query
 * @returns null for an address of another page or of none
 */
export function matchPage<Path extends string>(
  page: ReaderPage<Path>,
  path: string,
): Match<Path> | null {
  const pattern = patterns.get(page) ?? patternOf(page);
  patterns.set(page, pattern);
  const { locale = '', number, ...values } = pattern.exec(path)?.groups ?? {};
  if (!isLocale(locale)) return null;
  return {
    params: { locale, ...values } as PageParams<Path>,
    number: Number(number ?? 1),
  };
}

/** The page at an address, by its name in {@link PAGES}; null where there is none. */
export function pageAt(path: string): { page: ReaderPage; match: Match<string> } | null {
  for (const page of Object.values<ReaderPage>(PAGES)) {
    const match = matchPage(page, path);
    if (match) return { page, match };
  }
  return null;
}

function patternOf({ path, isPaged }: ReaderPage): RegExp {
  const segments = path.replace(/\[(\w+)\]/g, '(?<$1>[^/?#]+)');
  const further = isPaged ? '(?:/page/(?<number>[2-9]|[1-9]\\d{1,8}))?' : '';
  return new RegExp(`^/(?<locale>[a-z]+)${segments}${further}$`);
}
