import { getLocale, getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';

/** What `notFound()` shows: the object does not exist, or the user's role does not show it. */
export default async function NotFound() {
  const t = await getTranslations('Newsroom');
  return (
    <main data-failure>
      <h1>{t('notFoundTitle')}</h1>
      <p>{t('notFoundText')}</p>
      <p>
        <a href={newsroomAddress((await getLocale()) as Locale)}>{t('desk')}</a>
      </p>
    </main>
  );
}
