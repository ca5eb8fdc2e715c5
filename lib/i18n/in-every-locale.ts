import { DEFAULT_LOCALE, LOCALES, type Locale } from './locales.ts';

/**
 * Words of the publication in every language: where they are not translated yet, those of the default
 * language, so that a language can be added before its words are.
 */
export const inEveryLocale = (
  words: Partial<Record<Locale, string>> & Record<typeof DEFAULT_LOCALE, string>,
): Record<Locale, string> => {
  const all = LOCALES.map((locale) => [locale, words[locale] ?? words[DEFAULT_LOCALE]]);
  return Object.fromEntries(all) as Record<Locale, string>;
};
