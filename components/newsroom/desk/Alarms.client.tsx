'use client';
import { useTranslations } from 'next-intl';
import type { DeskNumbers } from '@/lib/content/desk';
import { formatShortDate, formatTime } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import styles from './Desk.module.css';

/** What went wrong and waits for somebody: schedules that were not kept, outsiders who were not told. */
export function Alarms({ locale, numbers }: { locale: Locale; numbers: DeskNumbers }) {
  const t = useTranslations('NewsroomDesk');
  const told = (iso: string) => `${formatShortDate(iso, locale)} ${formatTime(iso)}`;
  const { overdue, overdueTotal, unsent } = numbers;
  return (
    <>
      <div role="alert" className={styles.alarm}>
        {overdueTotal > 0 && (
          <>
            <p>{t('overdue', { count: overdueTotal })}</p>
            <ul>
              {overdue.map((article) => (
                <li key={article.id}>
                  <time dateTime={article.at}>{told(article.at)}</time>{' '}
                  <a href={`/${locale}/newsroom/article/${article.id}`} lang={article.locale}>
                    {article.headline}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {unsent.length > 0 && (
        <ul className={styles.unsent}>
          {unsent.map((target) => (
            <li key={target.target}>
              {t('unsent', {
                target: target.target,
                count: target.rows,
                since: told(target.since),
                next: formatTime(target.nextTryAt),
              })}
              {target.reason && <span className={styles.reason}>{target.reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
