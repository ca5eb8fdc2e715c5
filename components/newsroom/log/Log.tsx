import { getMessages, getTranslations } from 'next-intl/server';
import type { LogPage } from '@/lib/content/desk/audit';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import controls from '../ui/controls.module.css';
import fields from '../ui/fields.module.css';
import table from '../ui/table.module.css';
import { Deed } from './Deed';
import styles from './Log.module.css';
import { keyOfVerb } from './verbs';

/** The filter values of the log, as in its URL. */
export interface LogAsked {
  person: string;
  verb: string;
  article: string;
  /** Dates, as in `2026-11-24`. */
  from: string;
  to: string;
}

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
  const { NewsroomLog } = await getMessages({ locale });
  const verbs = Object.keys(NewsroomLog).flatMap((key) => /^verb_(.+)/.exec(key)?.[1] ?? []);
  const address = (before: number) => {
    const parameters = new URLSearchParams(
      Object.entries({ ...asked, before: String(before) }).filter(([, value]) => value),
    );
    return newsroomAddress(locale, `/log?${parameters.toString()}`);
  };
  return (
    <>
      <h1>{t('title')}</h1>
      <form action={newsroomAddress(locale, '/log')} className={`${fields.row} ${styles.filters}`}>
        <label>
          {t('person')}
          <select name="person" defaultValue={asked.person}>
            <option value="">{t('anybody')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('what')}
          <select name="verb" defaultValue={asked.verb}>
            <option value="">{t('anything')}</option>
            {verbs.map((verb) => (
              <option key={verb} value={verb}>
                {t(keyOfVerb(verb))}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('articleNumber')}
          <input name="article" inputMode="numeric" pattern="[0-9]*" defaultValue={asked.article} />
        </label>
        <label>
          {t('from')}
          <input name="from" type="date" defaultValue={asked.from} />
        </label>
        <label>
          {t('to')}
          <input name="to" type="date" defaultValue={asked.to} />
        </label>
        <button type="submit" className={controls.primary}>
          {t('show')}
        </button>
      </form>
      {page.rows.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <ol className={styles.log}>
          {page.rows.map((row) => (
            <Deed key={row.id} locale={locale} row={row} />
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
