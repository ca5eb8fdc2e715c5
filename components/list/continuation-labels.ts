import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import type { ContinuationLabels } from './Continuation.client';

/** The continuation's words in a locale; `{count}` is filled where the stories are counted. */
export async function continuationLabels(locale: Locale): Promise<ContinuationLabels> {
  const t = await getTranslations({ locale, namespace: 'List' });
  return {
    more: t('more'),
    loading: t('loading'),
    loaded: t.raw('loaded') as string,
    end: t('end'),
    failed: t('failed'),
    retry: t('retry'),
  };
}
