import { useTranslations } from 'next-intl';
import type { LogRow } from '@/lib/content/desk/audit';
import { formatPublicationDate } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import styles from './Log.module.css';
import { keyOfVerb } from './verbs';

/** One entry of the audit log: when, who, what, and the revisions before and after. */
export function LogEntry({
  locale,
  row,
  articleId,
}: {
  locale: Locale;
  row: LogRow;
  /** Id of the article whose screen shows the entry: the article is not named again. */
  articleId?: number;
}) {
  const t = useTranslations('NewsroomLog');
  const word = keyOfVerb(row.verb);
  const { article, fromVersion, toVersion } = row;
  const subject = article?.id ?? articleId;
  const isChange = fromVersion !== null && toVersion !== null && fromVersion < toVersion;
  return (
    <li className={styles.entry}>
      <time dateTime={row.at}>{formatPublicationDate(row.at, locale)}</time>
      <span className={styles.who}>{row.source === 'user' ? row.name : t(row.source)}</span>
      <span className={styles.what}>{t.has(word) ? t(word) : row.verb}</span>
      <span className={styles.about}>
        {article && article.id !== articleId && (
          <a href={newsroomAddress(locale, `/article/${article.id}`)} lang={article.locale}>
            {article.headline}
          </a>
        )}
        {subject !== undefined && isChange && (
          <a
            href={newsroomAddress(
              locale,
              `/article/${subject}/compare?from=${fromVersion}&to=${toVersion}`,
            )}
          >
            {t('revisions', { from: fromVersion, to: toVersion })}
          </a>
        )}
        {!isChange && toVersion !== null && <span>{t('revision', { version: toVersion })}</span>}
        {row.note && <span className={styles.note}>{row.note}</span>}
      </span>
    </li>
  );
}
