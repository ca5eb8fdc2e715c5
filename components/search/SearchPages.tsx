import { getTranslations } from 'next-intl/server';
import type { SearchAnswer, SearchQuery } from '@/lib/content/search-answer';
import type { Locale } from '@/lib/i18n/locales';
import { searchAddress } from './search-address';
import styles from './SearchPage.module.css';

/** Links to the previous and the next page of a search. */
export async function SearchPages({
  locale,
  asked,
  answer,
}: {
  locale: Locale;
  asked: SearchQuery;
  answer: SearchAnswer;
}) {
  const list = await getTranslations({ locale, namespace: 'List' });
  return (
    <nav className={styles.pages} aria-label={list('pages')}>
      {answer.page > 1 && (
        <a href={searchAddress(locale, { ...asked, page: answer.page - 1 })} rel="prev">
          {list('previousPage')}
        </a>
      )}
      <span>{list('page', { page: String(answer.page), count: String(answer.pageCount) })}</span>
      {answer.page < answer.pageCount && (
        <a href={searchAddress(locale, { ...asked, page: answer.page + 1 })} rel="next">
          {list('nextPage')}
        </a>
      )}
    </nav>
  );
}
