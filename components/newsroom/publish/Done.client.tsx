'use client';
import { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';
import { page as articlePage } from '@/lib/pages/article';

/** Commands whose result is reported. */
const DONE = ['publish', 'schedule', 'unschedule', 'update', 'correct', 'withdraw'] as const;

/** Reports the result of the last command, with a link to the page that readers see. */
export function Done({
  name,
  locale,
  slug,
}: {
  name: string | null;
  /** The article's locale. */
  locale: Locale;
  slug: string;
}) {
  const t = useTranslations('NewsroomPublish');
  const known = DONE.find((each) => each === name);
  return (
    <p role="status">
      {known && (
        <>
          {t(`done_${known}`)}{' '}
          {known !== 'schedule' && known !== 'unschedule' && (
            <a href={articlePage.href({ locale, slug })} target="_blank" rel="noopener">
              {t('seePage')}
            </a>
          )}
        </>
      )}
    </p>
  );
}
