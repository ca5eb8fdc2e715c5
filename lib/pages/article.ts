import { slugTag } from '../cache-tags.ts';
import type { Locale } from '../i18n/locales.ts';
import { declarePage } from './all/declare-page.ts';

/** The page of one article. */
export const page = declarePage({
  path: '/post/[slug]',
  kind: 'page',
  sitemap: 'months',
  tags: ({ locale, slug }) => [slugTag(locale, slug)],
  shows: ({ slug }) => [{ slug }],
});

/** The path of a story in each locale that has it. */
export const translationsOf = (
  translations: readonly { locale: Locale; slug: string }[],
): Partial<Record<Locale, string>> =>
  Object.fromEntries(translations.map(({ locale, slug }) => [locale, page.href({ locale, slug })]));
