import { useLocale } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';

/** The language of the screen. */
export const useSafetyLocale = (): Locale => useLocale() as Locale;
