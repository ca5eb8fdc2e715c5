import { LOCALES, type Locale } from '../i18n/locales.ts';

/** A name by locale, in at least one. */
export type Names = Partial<Record<Locale, string>>;

/**
 * The name in a locale; where it has none there, the one of the first locale that has it.
 * @param slug - stands in for a name that is nowhere
 */
export function nameIn(names: Names, locale: Locale, slug: string): string {
  return names[locale] ?? LOCALES.map((other) => names[other]).find(Boolean) ?? slug;
}
