/** The languages of the portal for readers, in the order of the locale switcher. */
export const LOCALES = ['en', 'ru', 'hy', 'az'] as const;

/** A language of the portal for readers; the first segment of every address. */
export type Locale = (typeof LOCALES)[number];

/** The locale that `/` falls back to and that hreflang names as x-default. */
export const DEFAULT_LOCALE: Locale = 'en';

/** The short label of a locale in the switcher, and its name for screen readers, in its own language. */
export const LOCALE_LABELS = {
  en: { short: 'EN', name: 'English' },
  ru: { short: 'RU', name: 'Русский' },
  hy: { short: 'ՀԱՅ', name: 'Հայերեն' },
  az: { short: 'AZ', name: 'Azərbaycanca' },
} as const satisfies Record<Locale, { short: string; name: string }>;

/** A locale in the format of Open Graph, with the country whose spelling we follow. */
export const OPEN_GRAPH_LOCALES = {
  en: 'en_GB',
  ru: 'ru_RU',
  hy: 'hy_AM',
  az: 'az_AZ',
} as const satisfies Record<Locale, string>;

/** Whether a string, usually an address segment, is one of our locales. */
export function isLocale(value: string): value is Locale {
  return (LOCALES as readonly string[]).includes(value);
}
