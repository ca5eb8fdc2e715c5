import { isLocale, type Locale } from '../../i18n/locales.ts';

/** Other names that sites give to our languages: `arm` was Armenian's on ours. */
const OTHERS: Readonly<Record<string, Locale | undefined>> = {
  arm: 'hy',
  am: 'hy',
  aze: 'az',
  rus: 'ru',
  eng: 'en',
};

/** Our locale of a language as WPML, Polylang or Ghost write it: `ru`, `ru_RU`, `en-gb`; null for any other. */
export function localeOf(language: string): Locale | null {
  const name = language.trim().toLowerCase().replace(/^pll_/, '').split(/[-_]/)[0] ?? '';
  return isLocale(name) ? name : (OTHERS[name] ?? null);
}
