import { getTranslations } from 'next-intl/server';
import type { LogRow } from '@/lib/content/desk/audit';
import type { Locale } from '@/lib/i18n/locales';
import { LogEntry } from '../log/LogEntry';
import styles from '../log/Log.module.css';
import { Panel } from './Panel';

/** The article's audit log: what was done, by whom and when, newest first. */
export async function HistoryPanel({
  locale,
  articleId,
  rows,
}: {
  locale: Locale;
  articleId: number;
  rows: readonly LogRow[];
}) {
  const t = await getTranslations({ locale, namespace: 'Newsroom' });
  const log = await getTranslations({ locale, namespace: 'NewsroomLog' });
  return (
    <Panel title={t('history')}>
      {rows.length === 0 ? (
        <p>{log('nothingDone')}</p>
      ) : (
        <ol className={`${styles.log} ${styles.narrow}`}>
          {rows.map((row) => (
            <LogEntry key={row.id} locale={locale} row={row} articleId={articleId} />
          ))}
        </ol>
      )}
    </Panel>
  );
}
