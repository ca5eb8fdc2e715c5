import { getTranslations } from 'next-intl/server';
import type { LogPage } from '@/lib/content/desk/audit';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import table from '../ui/table.module.css';
import { LogFilters, type LogAsked } from './LogFilters';
import { LogEntry } from './LogEntry';
import styles from './Log.module.css';

/** The audit log, with a filter form; works without scripts. */
export async function Log({
  locale,
  page,
  people,
  asked,
}: {
  locale: Locale;
  page: LogPage;
  people: readonly { id: number; name: string }[];
  asked: LogAsked;
}) {
  const t = await getTranslations({ locale, namespace: 'NewsroomLog' });
  const address = (before: number) => {
    const parameters = new URLSearchParams(
      Object.entries({ ...asked, before: String(before) }).filter(([, value]) => value),
    );
    return newsroomAddress(locale, `/log?${parameters.toString()}`);
  };
  return (
    <>
      <h1>{t('title')}</h1>
      <LogFilters locale={locale} people={people} asked={asked} />
      {page.rows.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <ol className={styles.log}>
          {page.rows.map((row) => (
            <LogEntry key={row.id} locale={locale} row={row} />
          ))}
        </ol>
      )}
      {page.next !== null && (
        <nav className={table.pages} aria-label={t('pages')}>
          <a href={address(page.next)} rel="next">
            {t('older')}
          </a>
        </nav>
      )}
    </>
  );
}
