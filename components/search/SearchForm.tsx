import { getTranslations } from 'next-intl/server';
import type { CategoryRef } from '@/lib/content/article';
import { SEARCH_ORDERS, SEARCH_PERIODS, type SearchQuery } from '@/lib/content/search-answer';
import type { Locale } from '@/lib/i18n/locales';
import { page as search } from '@/lib/pages/search';
import { searchPage } from './SearchPage.attributes';
import styles from './SearchPage.module.css';

/** The form of the search page: the query and its filters. */
export async function SearchForm({
  locale,
  categories,
  asked,
  query,
}: {
  locale: Locale;
  /** The categories to choose from. */
  categories: readonly CategoryRef[];
  asked: SearchQuery;
  /** The text in the field. */
  query: string;
}) {
  const t = await getTranslations({ locale, namespace: 'Search' });
  return (
    <form
      action={search.href({ locale })}
      role="search"
      className={styles.form}
      // With a query, changing a filter searches again.
      {...{ [searchPage.searchesOnChoice]: asked.text ? '' : undefined }}
    >
      <label htmlFor="q">{t('prompt')}</label>
      <div className={styles.field}>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={query}
          maxLength={200}
          autoComplete="off"
        />
        <button type="submit">{t('submit')}</button>
      </div>
      <div className={styles.filters}>
        <label>
          {t('category')}
          <select name="category" defaultValue={asked.category ?? ''}>
            <option value="">{t('anyCategory')}</option>
            {categories.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('period')}
          <select name="period" defaultValue={asked.period}>
            {SEARCH_PERIODS.map((period) => (
              <option key={period} value={period}>
                {t(period)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('order')}
          <select name="order" defaultValue={asked.order}>
            {SEARCH_ORDERS.map((order) => (
              <option key={order} value={order}>
                {t(order)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </form>
  );
}
