import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import { page as searchPage } from '@/lib/pages/search';
import { hydrated } from '../runtime/Hydrated.attributes';
import { SearchField } from './SearchField.client';
import { Spoken } from '../ui/Spoken';
import { searchOverlay } from './SearchOverlay.attributes';
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
      {...{ [searchOverlay.dialog]: true }}
      suppressHydrationWarning
    >
      <button type="button" className={styles.close} {...{ [searchOverlay.close]: true }}>
        {t('close')}
      </button>
      <form
        action={searchPage.href({ locale })}
        role="search"
        className={styles.form}
        {...{ [hydrated.island]: 'search' }}
      >
        <SearchField
          locale={locale}
          labels={{
            prompt: t('prompt'),
            submit: t('submit'),
            suggestions: t.raw('suggestions') as string,
            failed: t('suggestionsFailed'),
          }}
        />
        <Spoken
          role="status"
          className={styles.failed}
          {...{ [hydrated.late]: t('suggestionsFailed') }}
        />
      </form>
    </dialog>
  );
}
