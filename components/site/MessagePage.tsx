import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import styles from './MessagePage.module.css';

/** A page that stands for a story which is not there, with ways on. */
export async function MessagePage({
  locale,
  kind,
}: {
  locale: Locale;
  kind: 'missing' | 'withdrawn';
}) {
  const t = await getTranslations({ locale, namespace: 'MessagePage' });
  return (
    <div className={styles.page}>
      <h1>{t(`${kind}Title`)}</h1>
      <p>{t(`${kind}Text`)}</p>
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
