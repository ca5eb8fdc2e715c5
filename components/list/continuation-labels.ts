import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import type { ContinuationLabels } from './Continuation.client';

/** The labels of the continuation in a locale; the client replaces `{count}` with the number of stories. */
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
