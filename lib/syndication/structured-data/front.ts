import type { Locale } from '../../i18n/locales.ts';
import type { DataOfPage } from './page-data.ts';
import { publisherOf, websiteOf } from './publisher.ts';

/** What the front says to machines: whose it is and what. */
export const frontData = (locale: Locale): DataOfPage => [publisherOf(locale), websiteOf(locale)];
