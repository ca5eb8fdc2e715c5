import type { ArticleCard } from '../../content/article.ts';
import type { Locale } from '../../i18n/locales.ts';
import { noteRead } from '../../page-tags.ts';
import { frontTag, PUBLICATION_TAG } from '../../cache-tags.ts';
import { newestCards } from './cards.ts';
import { remember } from '../remember.ts';
import { source, type Source } from '../search/source.ts';

/** Stories that a reader who found nothing is offered. */
const NEWEST = 5;

/** A locale's newest stories. Tags: the front of the locale, the publication. */
async function readNewest(
  locale: Locale,
  from: Source = source(),
): Promise<readonly ArticleCard[]> {
  noteRead([frontTag(locale), PUBLICATION_TAG]);
  return newestCards(from, locale, { limit: NEWEST });
}

/** The same stories, read once for all missing pages: a flood of those asks the database for nothing. */
export const getNewest = (locale: Locale): Promise<readonly ArticleCard[]> =>
  remember(`newest:${locale}`, () => readNewest(locale));
