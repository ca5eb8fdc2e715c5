import { getMessages, getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import controls from '../ui/controls.module.css';
import fields from '../ui/fields.module.css';
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

/** The filter form of the log; works without scripts. */
export async function LogFilters({
  locale,
  people,
  asked,
}: {
  locale: Locale;
  people: readonly { id: number; name: string }[];
  asked: LogAsked;
}) {
  const t = await getTranslations({ locale, namespace: 'NewsroomLog' });
  const { NewsroomLog } = await getMessages({ locale });
  const verbs = Object.keys(NewsroomLog).flatMap((key) => /^verb_(.+)/.exec(key)?.[1] ?? []);
  return (
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
  );
}
