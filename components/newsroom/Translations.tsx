import { getTranslations } from 'next-intl/server';
import type { Translation } from '@/lib/content/desk/desk';
import { LOCALE_LABELS, type Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import styles from './Translations.module.css';

/**
 * The translations of an article side by side: which are missing, the status of the others, which are
 * outdated.
 */
export async function Translations({
  locale,
  translations,
}: {
  locale: Locale;
  translations: readonly Translation[];
}) {
  const t = await getTranslations({ locale, namespace: 'Newsroom' });
  return (
    <ul className={styles.translations}>
      {translations.map((translation) => {
        const { short, name } = LOCALE_LABELS[translation.locale];
        const status = translation.status ? t(`status_${translation.status}`) : t('missing');
        const words = translation.isStale ? `${status}, ${t('stale')}` : status;
        const label = (
          <>
            <span aria-hidden="true">{translation.isStale ? `${short}*` : short}</span>
            <span className="hidden-visually">{`${name}: ${words}`}</span>
          </>
        );
        return (
          <li
            key={translation.locale}
            title={`${name}: ${words}`}
            data-status={translation.status ?? 'missing'}
          >
            {translation.id === null ? (
              <span>{label}</span>
            ) : (
              <a href={newsroomAddress(locale, `/article/${translation.id}`)}>{label}</a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
