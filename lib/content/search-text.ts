import type { Locale } from '../i18n/locales.ts';

/** Marks that Armenian writes inside a word: emphasis, exclamation, question, abbreviation. */
const ARMENIAN_INNER_MARKS = /[\u055b\u055c\u055e\u055f]/g;

/**
 * Brings a text to the form in which words are indexed and asked for, so that both sides agree: small
 * letters by the language's own rule, one spelling of what may be spelt two ways, no control characters.
 */
export function searchText(text: string, locale: Locale): string {
  const clean = text.normalize('NFC').replace(/\p{Cc}/gu, ' ');
  switch (locale) {
    case 'hy':
      return clean.replace(ARMENIAN_INNER_MARKS, '').toLocaleLowerCase('hy').replaceAll('եւ', 'և');
    case 'ru':
      return clean.toLocaleLowerCase('ru').replaceAll('ё', 'е');
    case 'az':
      return clean.toLocaleLowerCase('az');
    case 'en':
      return clean.toLocaleLowerCase('en').replaceAll('’', "'");
  }
}

/** The words of a text in the order they stand, as `searchText` spells them. */
export function searchWords(text: string, locale: Locale): string[] {
  return searchText(text, locale).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** PostgreSQL's own rules for a language's words; Azerbaijani has none, so its words stand as they are. */
export const TEXT_CONFIGURATIONS = {
  en: 'english',
  ru: 'russian',
  hy: 'armenian',
  az: 'simple',
} as const satisfies Record<Locale, string>;
