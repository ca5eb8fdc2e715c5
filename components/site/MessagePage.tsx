import { getTranslations } from 'next-intl/server';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import styles from './MessagePage.module.css';

/** A page that stands for a story which is not there, with ways on. */
export async function MessagePage({
  locale,
  kind,
  translations,
}: {
  locale: Locale;
  kind: 'missing' | 'withdrawn';
  /** Paths at which the story can be read in other languages. */
  translations: Partial<Record<Locale, string>>;
}) {
  const t = await getTranslations({ locale, namespace: 'MessagePage' });
  const others = LOCALES.filter((other) => other !== locale && translations[other]);
  return (
    <div className={styles.page}>
      <h1>{t(`${kind}Title`)}</h1>
      <p>{t(`${kind}Text`)}</p>
      {others.length > 0 && (
        <>
          <h2>{t('translations')}</h2>
          <ul>
            {others.map((other) => (
              <li key={other}>
                <a href={translations[other]} hrefLang={other} lang={other}>
                  {LOCALE_LABELS[other].name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul>
        <li>
          <a href={`/${locale}`}>{t('toFront')}</a>
        </li>
        <li>
          <a href={`/${locale}/search`}>{t('toSearch')}</a>
        </li>
      </ul>
    </div>
  );
}
