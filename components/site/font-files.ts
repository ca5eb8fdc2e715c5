import type { Locale } from '@/lib/i18n/locales';

/** The font files that a page of each locale shows at once: what its head preloads, at most two. */
export const FONT_FILES = {
  en: ['/fonts/latin.woff2'],
  ru: ['/fonts/latin.woff2', '/fonts/cyrillic.woff2'],
  hy: ['/fonts/latin.woff2', '/fonts/armenian.woff2'],
  az: ['/fonts/latin.woff2', '/fonts/azerbaijani.woff2'],
} as const satisfies Record<Locale, readonly string[]>;
