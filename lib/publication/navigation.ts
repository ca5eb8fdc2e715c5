import { and, eq, sql } from 'drizzle-orm';
import type { CategoryRef } from '../content/article.ts';
import { articles } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import type { Locale } from '../i18n/locales.ts';
import { noteRead } from '../page-tags.ts';
import { categoriesIn } from '../content/categories.ts';
import { navigationTag, PUBLICATION_TAG } from '../cache-tags.ts';
import { remember } from './remember.ts';
import { store, type Store } from '../db/store.ts';
import { visibleAt } from './visibility.ts';

/**
 * The categories that have visible articles in a locale, in the publication's order: the navigation of every
 * page. Tags: the locale's navigation, the publication.
 */
export async function readNavigation(
  locale: Locale,
  { database, clock }: Store = store(),
): Promise<CategoryRef[]> {
  noteRead([navigationTag(locale), PUBLICATION_TAG]);
  const isFilled = sql`exists (select from ${articles} where ${and(
    eq(articles.categoryId, categories.id),
    eq(articles.locale, locale),
    visibleAt(clock.now()),
  )})`;
  const rows = await database
    .select()
    .from(categories)
    .where(isFilled)
    .orderBy(categories.position);
  return rows.map(({ slug, names }) => ({ slug, name: names[locale] }));
}

/** Seconds after which a page is rendered again whose navigation could not be read. */
const RETRY_AFTER = 1;

/**
 * The navigation as pages show it, cached for all of them. When nothing is published yet, or the database
 * query fails, it contains every category.
 */
export async function getNavigation(locale: Locale): Promise<CategoryRef[]> {
  const every = categoriesIn(locale);
  try {
    const filled = await remember(`navigation:${locale}`, () => readNavigation(locale));
    return filled.length > 0 ? filled : every;
  } catch {
    noteRead([navigationTag(locale)], RETRY_AFTER);
    return every;
  }
}

/**
 * Detects categories that got their first visible article, or lost their last one.
 * @returns a function to call with the locales in which a category has changed, and with all of them first;
 *   it returns the tags of the navigations that changed
 */
export function followNavigation(
  read: (locale: Locale) => Promise<CategoryRef[]> = readNavigation,
): (locales: readonly Locale[]) => Promise<string[]> {
  const shown = new Map<Locale, string>();
  return async (locales) => {
    const changed: string[] = [];
    for (const locale of locales) {
      const before = shown.get(locale);
      const now = (await read(locale)).map(({ slug }) => slug).join();
      shown.set(locale, now);
      if (before !== now) changed.push(navigationTag(locale));
    }
    return changed;
  };
}
