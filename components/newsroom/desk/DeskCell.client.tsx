'use client';
import { useTranslations } from 'next-intl';
import type { DeskRow, Translation } from '@/lib/content/desk/desk';
import { formatPublicationDate, formatShortDate, formatTime } from '@/lib/i18n/formats';
import { LOCALE_LABELS, type Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import controls from '../ui/controls.module.css';
import marks from '../ui/status.module.css';
import styles from './Desk.module.css';
import type { QuickAction } from './use-desk';

/** The status of an article in one language, and the actions available with one press. */
export function DeskCell({
  locale,
  row,
  translation,
  onQuick,
}: {
  locale: Locale;
  row: DeskRow;
  translation: Translation;
  onQuick: (action: QuickAction) => void;
}) {
  const t = useTranslations('NewsroomDesk');
  const language = LOCALE_LABELS[translation.locale].name;
  const { id, status, publishedAt } = translation;
  const can = (verb: QuickAction['verb']) => translation.verbs.includes(verb);
  const act = (verb: QuickAction['verb'], action: string) => {
    const words = t('quick', { action, headline: row.headline, language });
    return (
      <button
        type="button"
        className={`${controls.plain} ${styles.quick}`}
        aria-label={words}
        title={words}
        onClick={() => onQuick({ verb, row, translation })}
      >
        {action}
      </button>
    );
  };
  if (status === null) {
    return can('translate') ? (
      act('translate', t('translate'))
    ) : (
      <span className={marks.status} data-status="missing">
        <span aria-hidden="true">–</span>
        <span className="hidden-visually">{t('missing', { language })}</span>
      </span>
    );
  }
  const when = publishedAt && `${formatShortDate(publishedAt, locale)} ${formatTime(publishedAt)}`;
  const words = (
    <span className={marks.status} data-status={status}>
      {status === 'scheduled' && when ? when : t(`cell_${status}`)}
    </span>
  );
  const title = [
    `${language}: ${t(`cell_${status}`)}`,
    publishedAt && formatPublicationDate(publishedAt, locale),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      {id === null ? (
        words
      ) : (
        <a href={newsroomAddress(locale, `/article/${id}`)} title={title}>
          <span className="hidden-visually">{`${language}: `}</span>
          {words}
        </a>
      )}
      {translation.isStale && <small className={styles.stale}>{t('stale')}</small>}
      {translation.isChanged && <small>{t('changes')}</small>}
      {can('submit') && act('submit', t('submit'))}
      {can('mark-current') && act('mark-current', t('markCurrent'))}
    </>
  );
}
