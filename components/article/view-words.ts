import type { Locale } from '@/lib/i18n/locales';

/** `{count} views` in each plural form of a language. */
export type ViewWords = Record<'one' | 'few' | 'many' | 'other', string>;

/** The words of a count: small enough for the browser, where a count is first known. */
export function viewWords(words: ViewWords, locale: Locale, count: number): string {
  const form = new Intl.PluralRules(locale).select(count);
  const pattern = form === 'zero' || form === 'two' ? words.other : words[form];
  return pattern.replace('{count}', new Intl.NumberFormat(locale).format(count));
}
