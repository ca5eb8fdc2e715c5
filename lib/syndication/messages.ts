/** The few texts of the pages that feeds use too. */
import { MESSAGES } from '../../messages/messages.generated.ts';
import type { Locale } from '../i18n/locales.ts';

/** The words of an article page in a language. */
export const articleWordsOf = (locale: Locale) => MESSAGES[locale].Article;

/** The words of the page of corrections in a language. */
export const correctionWordsOf = (locale: Locale) => MESSAGES[locale].Corrections;
