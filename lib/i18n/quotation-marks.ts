import type { Locale } from './locales.ts';

/**
 * Outer and inner marks. English “ ” ‘ ’; Russian «ёлочки» with „лапки“ inside; Armenian «չակերտ», inside
 * them “ ”; Azerbaijani print uses “ ” (the standard of 2012 names it first), inside them ‘ ’.
 */
export const QUOTES = {
  en: ['“', '”', '‘', '’'],
  ru: ['«', '»', '„', '“'],
  hy: ['«', '»', '“', '”'],
  az: ['“', '”', '‘', '’'],
} as const satisfies Record<Locale, readonly [string, string, string, string]>;
