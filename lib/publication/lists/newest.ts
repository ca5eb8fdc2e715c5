import type { ArticleCard } from '../../content/article.ts';
import type { Locale } from '../../i18n/locales.ts';
import { noteRead } from '../../page-tags.ts';
import { frontTag, PUBLICATION_TAG } from '../../cache-tags.ts';
import { newestCards } from './cards.ts';
import { remember } from '../remember.ts';
import { store, type Store } from '../../db/store.ts';

/** Number of stories on a page for a missing address. */
const NEWEST = 5;

/** A locale's newest stories. Tags: the front of the locale, the publication. */
async function readNewest(locale: Locale, from: Store = store()): Promise<readonly ArticleCard[]> {
  noteRead([frontTag(locale), PUBLICATION_TAG]);
  return newestCards(from, locale, { limit: NEWEST });
}

/**
 * The same stories, cached for all missing pages: many requests for missing pages cause no database queries.
 */
export const getNewest = (locale: Locale): Promise<readonly ArticleCard[]> =>
  remember(`newest:${locale}`, () => readNewest(locale));
