import type { Locale } from '../i18n/locales.ts';
import { environment } from '../env.ts';
import { page as article } from '../pages/article.ts';
import { page as author } from '../pages/author.ts';
import { page as category } from '../pages/category.ts';
import { page as front } from '../pages/front.ts';

/**
 * An absolute address on the portal's own site.
 * @param path - from `/`
 */
export const addressOf = (path: string): string => environment().SITE_URL + path;

/** The address of an article. */
export const articleAddress = (locale: Locale, slug: string): string =>
  addressOf(article.href({ locale, slug }));
/** The address of an author's page. */
export const authorAddress = (locale: Locale, slug: string): string =>
  addressOf(author.href({ locale, author: slug }));
/** The address of a category's first page. */
export const categoryAddress = (locale: Locale, slug: string): string =>
  addressOf(category.href({ locale, category: slug }));
/** The address of a locale's front. */
export const frontAddress = (locale: Locale): string => addressOf(front.href({ locale }));
