/**
 * The publication's categories. Code reads them here; the table of the database is a copy by which articles
 * are joined and ordered, written from these at each start (`lib/db/migrate.ts`).
 */
import { publication } from '../../publication.config.ts';
import type { Locale } from '../i18n/locales.ts';
import type { CategoryRef } from './article.ts';

/** In the order of the navigation. */
export const CATEGORY_SLUGS = publication.categories.map(({ slug }) => slug);

/** The categories with their names in a locale, in the order of the navigation. */
export const categoriesIn = (locale: Locale): CategoryRef[] =>
  publication.categories.map(({ slug, names }) => ({ slug, name: names[locale] }));

/** The category of a slug, with its name in a locale; undefined for a slug of none. */
export const categoryIn = (locale: Locale, slug: string): CategoryRef | undefined =>
  categoriesIn(locale).find((category) => category.slug === slug);
