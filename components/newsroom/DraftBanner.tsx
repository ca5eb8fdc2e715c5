import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import styles from './DraftBanner.module.css';

/** Labels a page as a draft, in print too. */
export async function DraftBanner({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'Draft' });
  return (
    <p className={styles.banner} role="note">
      {t('banner')}
    </p>
  );
}
