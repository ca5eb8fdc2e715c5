import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import { SearchField } from './SearchField.client';
import { Spoken } from '../ui/Spoken';
import styles from './SearchOverlay.module.css';

/**
 * The full-page search overlay. It is in the page from the start and is opened by the page script; its form
 * leads to the search page, and suggestions work once the client runtime is hydrated.
 */
export async function SearchOverlay({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'Search' });
  return (
    <dialog
      className={styles.overlay}
      aria-label={t('prompt')}
      data-search
      suppressHydrationWarning
    >
      <button type="button" className={styles.close} data-search-close>
        {t('close')}
      </button>
      <form action={`/${locale}/search`} role="search" className={styles.form} data-island="search">
        <SearchField
          locale={locale}
          labels={{
            prompt: t('prompt'),
            submit: t('submit'),
            suggestions: t.raw('suggestions') as string,
            failed: t('suggestionsFailed'),
          }}
        />
        <Spoken role="status" className={styles.failed} data-late={t('suggestionsFailed')} />
      </form>
    </dialog>
  );
}
