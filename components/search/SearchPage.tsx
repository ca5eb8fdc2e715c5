import { getTranslations } from 'next-intl/server';
import type { ArticleCard, CategoryRef } from '@/lib/content/article';
import {
  SEARCH_ORDERS,
  SEARCH_PERIODS,
  type MarkedText,
  type SearchAnswer,
  type SearchQuery,
} from '@/lib/content/search-answer';
import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { page as articlePage } from '@/lib/pages/article';
import { page as search } from '@/lib/pages/search';
import { MostRead } from '../front/MostRead';
import { CardPicture } from '../media/CardPicture';
import { searchPage } from './SearchPage.attributes';
import styles from './SearchPage.module.css';

/** The path of a search, for links that change one parameter of it. */
function addressOf(locale: Locale, asked: SearchQuery): string {
  const query = new URLSearchParams({ q: asked.text });
  if (asked.category) query.set('category', asked.category);
  if (asked.period !== 'any') query.set('period', asked.period);
  if (asked.order !== 'relevance') query.set('order', asked.order);
  if (asked.page > 1) query.set('page', String(asked.page));
  return `${search.href({ locale })}?${query.toString()}`;
}

function Marked({ pieces }: { pieces: MarkedText }) {
  return pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text));
}

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
  const list = await getTranslations({ locale, namespace: 'List' });
  const front = await getTranslations({ locale, namespace: 'Front' });
  return (
    <div className={styles.page}>
      <h1>{t('title')}</h1>
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
            defaultValue={answer?.query ?? ''}
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
              <a href={addressOf(locale, { ...asked, text: answer.spelling ?? '', page: 1 })}>
                {chunks}
              </a>
            ),
          })}
        </p>
      )}
      {answer && answer.hits.length > 0 ? (
        <ol className={styles.hits}>
          {answer.hits.map(({ article, headline, excerpt }) => (
            <li key={article.id}>
              <article>
                <div>
                  <p className={styles.facts}>
                    {article.category.name}
                    <time dateTime={article.publishedAt}>
                      {formatDay(article.publishedAt, locale)}
                    </time>
                  </p>
                  <h2>
                    <a href={articlePage.href({ locale, slug: article.slug })}>
                      <Marked pieces={headline} />
                    </a>
                  </h2>
                  <p>
                    <Marked pieces={excerpt} />
                  </p>
                </div>
                {article.image && <CardPicture picture={article.image} crop="4x3" sizes="160px" />}
              </article>
            </li>
          ))}
        </ol>
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
        <nav className={styles.pages} aria-label={list('pages')}>
          {answer.page > 1 && (
            <a href={addressOf(locale, { ...asked, page: answer.page - 1 })} rel="prev">
              {list('previousPage')}
            </a>
          )}
          <span>
            {list('page', { page: String(answer.page), count: String(answer.pageCount) })}
          </span>
          {answer.page < answer.pageCount && (
            <a href={addressOf(locale, { ...asked, page: answer.page + 1 })} rel="next">
              {list('nextPage')}
            </a>
          )}
        </nav>
      )}
    </div>
  );
}
