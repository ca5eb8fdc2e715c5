import { DEFAULT_LOCALE, LOCALE_LABELS, LOCALES, type Locale } from './locales.ts';

type Words = Partial<Record<Locale, string>> & Record<typeof DEFAULT_LOCALE, string>;

/**
 * Words of the publication in every language: where they are not translated yet, those of the default
 * language, so that a language can be added before its words are.
 */
export const inEveryLocale = (words: Words): Record<Locale, string> =>
  complete((locale) => words[locale] ?? words[DEFAULT_LOCALE]);

/** As {@link inEveryLocale}, for words that tell languages apart: the language's name stands in for them. */
export const distinctInEveryLocale = (words: Words): Record<Locale, string> =>
  complete((locale) => words[locale] ?? LOCALE_LABELS[locale].name);

const complete = (of: (locale: Locale) => string): Record<Locale, string> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)])) as Record<Locale, string>;
