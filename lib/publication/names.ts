import { LOCALES, type Locale } from '../i18n/locales.ts';

/** A name by locale, in at least one. */
export type Names = Partial<Record<Locale, string>>;

/**
 * The name in a locale; when there is none, the name in the first locale that has one.
 * @param slug - used when no locale has a name
 */
export function nameIn(names: Names, locale: Locale, slug: string): string {
  return names[locale] ?? LOCALES.map((other) => names[other]).find(Boolean) ?? slug;
}
