import { declarationOf } from '../i18n/declaration-of.ts';
import type { Locale } from '../i18n/locales.ts';

/** Common words of a language, shuffled into synthetic stories; the sentences have no meaning. */
export const vocabularyOf = (locale: Locale): readonly string[] =>
  declarationOf(locale).sampleWords.common.split(/\s+/);
