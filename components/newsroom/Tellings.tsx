import { getTranslations } from 'next-intl/server';
import type { Telling } from '@/lib/content/desk/desk';
import { LOCALE_LABELS, type Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import styles from './Tellings.module.css';

/**
 * The translations of an article side by side: which are missing, the status of the others, which are
 * outdated.
 */
export async function Tellings({
  locale,
  tellings,
}: {
  locale: Locale;
  tellings: readonly Telling[];
}) {
  const t = await getTranslations({ locale, namespace: 'Newsroom' });
  return (
    <ul className={styles.tellings}>
      {tellings.map((telling) => {
        const { short, name } = LOCALE_LABELS[telling.locale];
        const status = telling.status ? t(`status_${telling.status}`) : t('missing');
        const words = telling.isStale ? `${status}, ${t('stale')}` : status;
        const label = (
          <>
            <span aria-hidden="true">{telling.isStale ? `${short}*` : short}</span>
            <span className="hidden-visually">{`${name}: ${words}`}</span>
          </>
        );
        return (
          <li
            key={telling.locale}
            title={`${name}: ${words}`}
            data-status={telling.status ?? 'missing'}
          >
            {telling.id === null ? (
              <span>{label}</span>
            ) : (
              <a href={newsroomAddress(locale, `/article/${telling.id}`)}>{label}</a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
