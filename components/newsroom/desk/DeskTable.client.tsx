'use client';
import { useTranslations } from 'next-intl';
import type { DeskPage } from '@/lib/content/desk/desk';
import { formatCount } from '@/lib/i18n/format-count';
import { formatPublicationDate, formatShortDate, formatTime } from '@/lib/i18n/formats';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import table from '../ui/table.module.css';
import { DeskCell } from './DeskCell.client';
import styles from './Desk.module.css';
import type { QuickAction } from './use-desk';

/** A table with one row per article and one cell per language. */
export function DeskTable({
  locale,
  page,
  categories,
  isStandIn,
  onQuick,
}: {
  locale: Locale;
  page: DeskPage;
  categories: readonly { slug: string; name: string }[];
  /** The rows are of the previous query; the current query is still loading. */
  isStandIn: boolean;
  onQuick: (action: QuickAction) => void;
}) {
  const t = useTranslations('NewsroomDesk');
  const names = new Map(categories.map(({ slug, name }) => [slug, name]));
  return (
    <div className={table.scroll} aria-busy={isStandIn}>
      <table className={`${table.table} ${styles.table}`}>
        <caption className="hidden-visually">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('story')}</th>
            {LOCALES.map((other) => (
              <th key={other} scope="col" className={styles.translation}>
                <span aria-hidden="true">{LOCALE_LABELS[other].short}</span>
                <span className="hidden-visually">{LOCALE_LABELS[other].name}</span>
              </th>
            ))}
            <th scope="col" className={styles.when}>
              {t('changed')}
            </th>
            <th scope="col" className={`${table.number} ${styles.read}`}>
              {t('read')}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.storyId}>
              <th scope="row">
                <a data-row href={newsroomAddress(locale, `/article/${row.id}`)} lang={row.locale}>
                  {row.headline}
                </a>
                <small>
                  {[names.get(row.category) ?? row.category, ...row.authors].join(' · ')}
                  {row.authors.length === 0 && row.createdBy && ` · ${row.createdBy}`}
                </small>
              </th>
              {row.translations.map((translation) => (
                <td
                  key={translation.locale}
                  className={styles.translation}
                  data-label={LOCALE_LABELS[translation.locale].short}
                >
                  <DeskCell locale={locale} row={row} translation={translation} onQuick={onQuick} />
                </td>
              ))}
              <td className={styles.when}>
                <time dateTime={row.changedAt} title={formatPublicationDate(row.changedAt, locale)}>
                  {`${formatShortDate(row.changedAt, locale)} ${formatTime(row.changedAt)}`}
                </time>
              </td>
              <td className={`${table.number} ${styles.read}`}>{formatCount(row.views)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
