import { declarationOf } from '../../i18n/declaration-of.ts';
import { isLocale, LOCALES, type Locale } from '../../i18n/locales.ts';

/** Other codes that sites use for our languages: our own former site used `arm` for Armenian. */
const OTHERS = new Map(
  LOCALES.flatMap((locale) => {
    const { formerCodes, otherCodes } = declarationOf(locale);
    return [...formerCodes, ...otherCodes].map((code) => [code, locale] as const);
  }),
);

/** Our locale for a language code of WPML, Polylang or Ghost: `ru`, `ru_RU`, `en-gb`; null for any other. */
export function localeOf(language: string): Locale | null {
  const name = language.trim().toLowerCase().replace(/^pll_/, '').split(/[-_]/)[0] ?? '';
  return isLocale(name) ? name : (OTHERS.get(name) ?? null);
}
