import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import styles from './ListPage.module.css';

/**
 * Real links to the pages around this one, for crawlers and for readers without JavaScript.
 * @returns null if there is only one page
 */
export async function Pagination({
  locale,
  hrefOf,
  page,
  pageCount,
}: {
  locale: Locale;
  /** The path of a page of the list, by its number from 1. */
  hrefOf: (number: number) => string;
  page: number;
  pageCount: number;
}) {
  if (pageCount < 2) return null;
  const t = await getTranslations({ locale, namespace: 'List' });
  return (
    <nav className={styles.pagination} aria-label={t('pages')}>
      {page > 1 && (
        <a rel="prev" href={hrefOf(page - 1)}>
          {t('previous')}
        </a>
      )}
      <span>{t('page', { page: String(page), count: String(pageCount) })}</span>
      {page < pageCount && (
        <a rel="next" href={hrefOf(page + 1)}>
          {t('next')}
        </a>
      )}
    </nav>
  );
}
