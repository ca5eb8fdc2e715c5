import type { ItemList } from 'schema-dts';
import type { ArticleCard } from '../../content/article.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { DataOfPage } from './page-data.ts';
import { listItems } from './list.ts';
import { publisherOf, websiteOf } from './publisher.ts';

/**
 * The structured data of the front: the publisher, the site, and the stories on it.
 * @param cards - in the page's order; a story that appears twice is listed once
 */
export function frontData(locale: Locale, cards: Iterable<ArticleCard | null>): DataOfPage {
  const shown = new Map([...cards].flatMap((card) => (card ? [[card.id, card] as const] : [])));
  const stories = {
    '@type': 'ItemList',
    itemListElement: listItems(locale, [...shown.values()]),
  } as const satisfies ItemList;
  return [publisherOf(locale), websiteOf(locale), stories];
}
