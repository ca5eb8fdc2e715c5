import type { WebPage } from 'schema-dts';
import type { Locale } from '../../i18n/locales.ts';
import { addressOf, frontAddress } from '../site-address.ts';
import { PAGES } from '../../pages.generated.ts';
import { breadcrumbsOf } from './breadcrumbs.ts';
import type { DataOfPage } from './page-data.ts';
import { contactOf, PUBLISHER_ID, publisherOf, websiteRef } from './publisher.ts';

/** The pages on which the publication describes itself. */
export type InfoPage = 'about' | 'contact' | 'reuse' | 'privacy';

/** schema.org's types of pages on which a publication describes itself; the others are plain pages. */
const PAGE_TYPES = { about: 'AboutPage', contact: 'ContactPage' } as const;

const typeOf = (page: InfoPage) =>
  page in PAGE_TYPES ? PAGE_TYPES[page as keyof typeof PAGE_TYPES] : 'WebPage';

/**
 * The structured data of an information page.
 * @param home - the name of the front in breadcrumbs
 */
export function infoData(locale: Locale, page: InfoPage, title: string, home: string): DataOfPage {
  const address = addressOf(PAGES[page].href({ locale }));
  const said = {
    '@type': typeOf(page),
    '@id': address,
    url: address,
    name: title,
    inLanguage: locale,
    isPartOf: websiteRef(locale),
    about: { '@id': addressOf(`/${PUBLISHER_ID}`) },
  } as const satisfies WebPage;
  const way = breadcrumbsOf([
    { name: home, address: frontAddress(locale) },
    { name: title, address },
  ]);
  const publisher = page === 'contact' ? contactOf(locale) : publisherOf(locale);
  return [said, publisher, way];
}
