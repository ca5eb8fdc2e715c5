import { LOCALES, type Locale } from '../../i18n/locales.ts';
import type { PathParams, ReaderPage } from './declare-page.ts';

/** The path of a page in some locales; in those where its slug is the same. */
export const hrefsIn = <Path extends string>(
  page: ReaderPage<Path>,
  params: PathParams<Path>,
  locales: Iterable<Locale>,
): Partial<Record<Locale, string>> =>
  Object.fromEntries([...locales].map((locale) => [locale, page.href({ ...params, locale })]));

/** The path of a page that every locale has. */
export const hrefsEverywhere = <Path extends string>(
  page: ReaderPage<Path>,
  params: PathParams<Path>,
): Record<Locale, string> => hrefsIn(page, params, LOCALES) as Record<Locale, string>;
