import { isLocale, type Locale } from '../../i18n/locales.ts';

/** Other codes that sites use for our languages: our own former site used `arm` for Armenian. */
const OTHERS: Readonly<Record<string, Locale | undefined>> = {
  arm: 'hy',
  am: 'hy',
  aze: 'az',
  rus: 'ru',
  eng: 'en',
};

/** Our locale for a language code of WPML, Polylang or Ghost: `ru`, `ru_RU`, `en-gb`; null for any other. */
export function localeOf(language: string): Locale | null {
  const name = language.trim().toLowerCase().replace(/^pll_/, '').split(/[-_]/)[0] ?? '';
  return isLocale(name) ? name : (OTHERS[name] ?? null);
}
