import type { ItemList } from 'schema-dts';
import type { ArticleCard } from '../../content/article.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { DataOfPage } from './page-data.ts';
import { listItems } from './list.ts';
import { publisherOf, websiteOf } from './publisher.ts';

/**
 * What the front says to machines: whose it is and what, and the stories on it.
 * @param cards - in the page's order; one that stands there twice is said once
 */
export function frontData(locale: Locale, cards: Iterable<ArticleCard | null>): DataOfPage {
  const shown = new Map([...cards].flatMap((card) => (card ? [[card.id, card] as const] : [])));
  const stories = {
    '@type': 'ItemList',
    itemListElement: listItems(locale, [...shown.values()]),
  } as const satisfies ItemList;
  return [publisherOf(locale), websiteOf(locale), stories];
}
