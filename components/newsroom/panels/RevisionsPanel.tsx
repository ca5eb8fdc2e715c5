import { getTranslations } from 'next-intl/server';
import type { WorkingArticle } from '@/lib/content/desk/desk';
import { formatPublicationDate } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { Revision, type RevisionRow } from '../revisions/Revision';
import styles from '../revisions/Revisions.module.css';
import fieldStyles from '../ui/fields.module.css';
import { Panel } from './Panel';

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
  const isChanged = publishedVersion !== version || unkept !== null;
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
          {t('nowWritten', {
            name: unkept.savedBy,
            time: formatPublicationDate(unkept.savedAt, locale),
          })}{' '}
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
          <Revision key={row.version} locale={locale} article={article} row={row} />
        ))}
      </ol>
    </Panel>
  );
}
