import { getTranslations } from 'next-intl/server';
import type { ArticleCard, CategoryRef } from '@/lib/content/article';
import type { SearchAnswer, SearchQuery } from '@/lib/content/search-answer';
import type { Locale } from '@/lib/i18n/locales';
import { MostRead } from '../front/MostRead';
import { SearchHits } from './SearchHits';
import { SearchForm } from './SearchForm';
import { SearchPages } from './SearchPages';
import { searchAddress } from './search-address';
import styles from './SearchPage.module.css';

/** The search page with its results; uses only a form and links. */
export async function SearchPage({
  locale,
  categories,
  asked,
  answer,
  mostRead,
}: {
  locale: Locale;
  /** The categories to choose from. */
  categories: readonly CategoryRef[];
  asked: SearchQuery;
  answer: SearchAnswer | null;
  mostRead: readonly ArticleCard[];
}) {
  const t = await getTranslations({ locale, namespace: 'Search' });
  const front = await getTranslations({ locale, namespace: 'Front' });
  return (
    <div className={styles.page}>
      <h1>{t('title')}</h1>
      <SearchForm
        locale={locale}
        categories={categories}
        asked={asked}
        query={answer?.query ?? ''}
      />
      {answer && answer.query !== '' && (
        <p className={styles.count} role="status">
          {answer.isTooCostly
            ? t('tooCostly')
            : answer.totalIsExact
              ? t('results', { count: answer.total, query: answer.query })
              : t('moreThan', { count: String(answer.total), query: answer.query })}
        </p>
      )}
      {answer?.spelling && (
        <p className={styles.hint}>
          {t.rich('spelling', {
            word: answer.spelling,
            link: (chunks) => (
              <a href={searchAddress(locale, { ...asked, text: answer.spelling ?? '', page: 1 })}>
                {chunks}
              </a>
            ),
          })}
        </p>
      )}
      {answer && answer.hits.length > 0 ? (
        <SearchHits locale={locale} hits={answer.hits} />
      ) : (
        <>
          {answer && answer.query !== '' && !answer.isTooCostly && (
            <p className={styles.hint}>{t('nothing')}</p>
          )}
          <MostRead
            title={front('mostRead')}
            lists={[{ key: 'week', label: front('week'), cards: mostRead }]}
          />
        </>
      )}
      {answer && answer.pageCount > 1 && (
        <SearchPages locale={locale} asked={asked} answer={answer} />
      )}
    </div>
  );
}
