import type { Locale } from '../i18n/locales.ts';
import { environment } from '../env.ts';

/**
 * An absolute address on the portal's own site.
 * @param path - from `/`
 */
export const addressOf = (path: string): string => environment().SITE_URL + path;

/** The address of an article. */
export const articleAddress = (locale: Locale, slug: string): string =>
  addressOf(`/${locale}/post/${slug}`);
/** The address of an author's page. */
export const authorAddress = (locale: Locale, slug: string): string =>
  addressOf(`/${locale}/author/${slug}`);
/** The address of a category's first page. */
export const categoryAddress = (locale: Locale, slug: string): string =>
  addressOf(`/${locale}/category/${slug}`);
