import { getTranslations } from 'next-intl/server';
import type { WorkingArticle } from '@/lib/content/desk/desk';
import type { RevisionReason } from '@/lib/content/draft/draft';
import { formatPublicationDate } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { RestoreButton } from './RestoreButton.client';
import styles from './Revisions.module.css';

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

/** One revision in the list: who saved it, when and why, what it changed, and the button that restores it. */
export async function Revision({
  locale,
  article,
  row,
}: {
  locale: Locale;
  article: WorkingArticle;
  row: RevisionRow;
}) {
  const t = await getTranslations({ locale, namespace: 'NewsroomSafety' });
  const compare = `/article/${article.id}/compare` as const;
  const { publishedVersion, version, unkept } = article;
  const time = formatPublicationDate(row.createdAt.toISOString(), locale);
  const writers =
    row.alsoBy === null
      ? t('by', { name: row.savedBy, time })
      : t('byBoth', { name: row.savedBy, other: row.alsoBy, time });
  return (
    <li id={`revision-${row.version}`}>
      <p>
        <b>{t('revision', { version: String(row.version) })}</b>
        {row.version === publishedVersion && <em>{t('published')}</em>}
        {row.version === version && !unkept && <em>{t('newest')}</em>}
      </p>
      <p>{writers}</p>
      {row.reason && <p className={styles.why}>{t(`why_${row.reason}`)}</p>}
      <p lang={article.locale} className={styles.headline}>
        {row.headline}
      </p>
      <p className={styles.commands}>
        {row.version > 1 && (
          <a href={newsroomAddress(locale, `${compare}?from=${row.version - 1}&to=${row.version}`)}>
            {t('whatChanged')}
          </a>
        )}
        {article.verbs.includes('save') && (row.version !== version || unkept) && (
          <RestoreButton articleId={article.id} restored={row.version} />
        )}
      </p>
    </li>
  );
}
