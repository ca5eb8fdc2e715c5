'use client';
import { useTranslations } from 'next-intl';
import type { DeskNumbers } from '@/lib/content/desk/desk';
import { formatShortDate, formatTime } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import styles from './Desk.module.css';

/** Problems that need attention: schedules that were not kept, articles that are missing somewhere. */
export function Alarms({ locale, numbers }: { locale: Locale; numbers: DeskNumbers }) {
  const t = useTranslations('NewsroomDesk');
  const timeText = (iso: string) => `${formatShortDate(iso, locale)} ${formatTime(iso)}`;
  const { overdue, overdueTotal, ahead, aheadTotal, leftOut, setBackAt, unsent } = numbers;
  const link = (article: { id: number; locale: Locale; headline: string }) => (
    <a href={newsroomAddress(locale, `/article/${article.id}`)} lang={article.locale}>
      {article.headline}
    </a>
  );
  const dated = (articles: DeskNumbers['overdue']) => (
    <ul>
      {articles.map((article) => (
        <li key={article.id}>
          <time dateTime={article.at}>{timeText(article.at)}</time> {link(article)}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <div role="alert" className={styles.alarm}>
        {overdueTotal > 0 && (
          <>
            <p>{t('overdue', { count: overdueTotal })}</p>
            {dated(overdue)}
          </>
        )}
        {aheadTotal > 0 && (
          <>
            <p>{t('ahead', { count: aheadTotal })}</p>
            {dated(ahead)}
          </>
        )}
        {leftOut.length > 0 && (
          <ul>
            {leftOut.map((article) => (
              <li key={`${article.place}${article.id}`}>
                {t(`leftOut_${article.place}`)} {link(article)}
              </li>
            ))}
          </ul>
        )}
        {setBackAt !== null && <p>{t('setBack', { time: timeText(setBackAt) })}</p>}
      </div>
      {unsent.length > 0 && (
        <ul className={styles.unsent}>
          {unsent.map((target) => (
            <li key={target.target}>
              {t('unsent', {
                target: target.target,
                count: target.rows,
                since: timeText(target.since),
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
