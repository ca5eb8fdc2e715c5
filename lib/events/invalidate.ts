/** The subscriber inside each process: invalidates the pages that events have changed. */
import { REDIRECTS_TAG } from '../cache-tags.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import { listsOf } from './events.ts';
import type { LogRow } from './log.ts';

export interface InvalidationOptions {
  /** Drops what reads and gates keep in memory; called before any page is invalidated. */
  forget: () => void;
  /**
   * Invalidates the pages that were made from one of the tags.
   * @param tags - null for every page
   */
  invalidate: (tags: readonly string[] | null) => void;
  /**
   * Reads the navigation of locales again, in which a category may have its first article, or none any more.
   * @returns the tags of the navigations that changed
   */
  readNavigation: (locales: readonly Locale[]) => Promise<readonly string[]>;
  /** Called when the navigation could not be read. */
  onError: (cause: unknown) => void;
}

/** Creates a function to call with new rows of the log, in order; the same row twice does no harm. */
export function createInvalidation(
  options: InvalidationOptions,
): (rows: readonly LogRow[]) => void {
  const { forget, invalidate, readNavigation, onError } = options;
  return (rows) => {
    const tags = [...new Set(rows.flatMap((row) => row.tags))];
    forget();
    // Redirects of a former site take precedence over our own pages, so any page may be affected.
    invalidate(tags.includes(REDIRECTS_TAG) ? null : tags);
    readNavigation(localesOfCategories(rows)).then((changed) => {
      if (changed.length > 0) invalidate(changed);
    }, onError);
  };
}

/** The locales in which a category has changed; all of them for an event that this release does not know. */
function localesOfCategories(rows: readonly LogRow[]): Locale[] {
  const locales = rows.flatMap(({ event }): readonly Locale[] =>
    event
      ? listsOf(event).flatMap(({ kind, locale }) => (kind === 'category' ? [locale] : []))
      : LOCALES,
  );
  return [...new Set(locales)];
}
