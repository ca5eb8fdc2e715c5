import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';

/** What the overlay says; it is formatted where it is shown, so a number stands as `{count}`. */
export interface SearchLabels {
  prompt: string;
  submit: string;
  close: string;
  suggestions: string;
}

/** The overlay's words in a locale. */
export async function searchLabels(locale: Locale): Promise<SearchLabels> {
  const t = await getTranslations({ locale, namespace: 'Search' });
  return {
    prompt: t('prompt'),
    submit: t('submit'),
    close: t('close'),
    suggestions: t.raw('suggestions') as string,
  };
}
