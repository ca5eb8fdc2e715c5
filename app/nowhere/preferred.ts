import { headers } from 'next/headers';
import { preferredLocale } from '@/lib/addresses';
import type { Locale } from '@/lib/i18n/locales';

/** The reader's language, where the address states none. */
export const preferred = async (): Promise<Locale> =>
  preferredLocale((await headers()).get('accept-language') ?? undefined);
