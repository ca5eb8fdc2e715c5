import { getTranslations } from 'next-intl/server';
import type { WorkingArticle } from '@/lib/content/desk/desk';
import type { RevisionReason } from '@/lib/content/draft/draft';
import { formatPublicationDate } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { RestoreButton } from '../revisions/RestoreButton.client';
import styles from '../revisions/Revisions.module.css';
import fieldStyles from '../ui/fields.module.css';
import { Panel } from './Panel';

export interface RevisionRow {
  version: number;
  headline: string;
  createdAt: Date;
  savedBy: string;
  /** For a merge of two texts: the writer of the other one. */
  alsoBy: string | null;
  /** Null in revisions from before the reason was recorded. */
  reason: RevisionReason | null;
}

/** All revisions with time, writer and reason; any two can be compared, any one restored. */
export async function RevisionsPanel({
  locale,
  article,
  revisions,
}: {
  locale: Locale;
  article: WorkingArticle;
  revisions: readonly RevisionRow[];
}) {
  const t = await getTranslations({ locale, namespace: 'NewsroomSafety' });
  const compare = `/article/${article.id}/compare` as const;
  const { publishedVersion, version, unkept } = article;
  const timeText = (iso: string) => formatPublicationDate(iso, locale);
  const isChanged = publishedVersion !== version || unkept !== null;
  const writers = (row: RevisionRow) => {
    const time = timeText(row.createdAt.toISOString());
    return row.alsoBy === null
      ? t('by', { name: row.savedBy, time })
      : t('byBoth', { name: row.savedBy, other: row.alsoBy, time });
  };
  return (
    <Panel title={t('revisions')} isOpen>
      {publishedVersion !== null && isChanged && (
        <p>
          <a href={newsroomAddress(locale, `${compare}?from=${publishedVersion}&to=now`)}>
            {t('publishedVsNow')}
          </a>
        </p>
      )}
      {unkept && (
        <p className={styles.now}>
          {t('nowWritten', { name: unkept.savedBy, time: timeText(unkept.savedAt) })}{' '}
          <a href={newsroomAddress(locale, `${compare}?from=${version}&to=now`)}>
            {t('whatChanged')}
          </a>
        </p>
      )}
      <form action={newsroomAddress(locale, compare)} className={fieldStyles.row}>
        <label>
          {t('compareFrom')}
          <select name="from" defaultValue={revisions[1]?.version}>
            {revisions.map((row) => (
              <option key={row.version}>{row.version}</option>
            ))}
          </select>
        </label>
        <label>
          {t('compareTo')}
          <select name="to" defaultValue={version}>
            {revisions.map((row) => (
              <option key={row.version}>{row.version}</option>
            ))}
          </select>
        </label>
        <button type="submit">{t('compare')}</button>
      </form>
      <ol className={styles.list}>
        {revisions.map((row) => (
          <li key={row.version} id={`revision-${row.version}`}>
            <p>
              <b>{t('revision', { version: String(row.version) })}</b>
              {row.version === publishedVersion && <em>{t('published')}</em>}
              {row.version === version && !unkept && <em>{t('newest')}</em>}
            </p>
            <p>{writers(row)}</p>
            {row.reason && <p className={styles.why}>{t(`why_${row.reason}`)}</p>}
            <p lang={article.locale} className={styles.headline}>
              {row.headline}
            </p>
            <p className={styles.deeds}>
              {row.version > 1 && (
                <a
                  href={newsroomAddress(
                    locale,
                    `${compare}?from=${row.version - 1}&to=${row.version}`,
                  )}
                >
                  {t('whatChanged')}
                </a>
              )}
              {article.verbs.includes('save') && (row.version !== version || unkept) && (
                <RestoreButton articleId={article.id} restored={row.version} />
              )}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
