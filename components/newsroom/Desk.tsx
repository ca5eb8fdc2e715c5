import { getTranslations } from 'next-intl/server';
import { ARTICLE_STATUSES, type ArticleStatus } from '@/lib/content/article';
import { DESK_ORDERS, type DeskQuery, type DeskRow } from '@/lib/content/desk';
import { formatPublicationDate, formatShortDate, formatTime } from '@/lib/i18n/formats';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import { publication } from '@/publication.config';
import { NewArticle } from './NewArticle.client';
import { Tellings } from './Tellings';
import controls from './ui/controls.module.css';
import fields from './ui/fields.module.css';
import marks from './ui/status.module.css';
import table from './ui/table.module.css';

/** The address of the desk with one thing of its query changed. */
function addressOf(locale: Locale, query: DeskQuery, page: number): string {
  const parameters = new URLSearchParams();
  if (query.text) parameters.set('q', query.text);
  if (query.status) parameters.set('status', query.status);
  if (query.locale) parameters.set('in', query.locale);
  if (query.category) parameters.set('category', query.category);
  if (query.author) parameters.set('author', query.author);
  if (query.isMine) parameters.set('mine', '1');
  if (query.order !== 'changed') parameters.set('order', query.order);
  if (page > 1) parameters.set('page', String(page));
  return `/${locale}/newsroom?${parameters.toString()}`;
}

/** Everything that the newsroom works on. */
export async function Desk({
  locale,
  query,
  desk,
  counts,
  authors,
}: {
  locale: Locale;
  query: DeskQuery;
  desk: { rows: DeskRow[]; hasMore: boolean };
  counts: { totals: Record<ArticleStatus, number>; overdue: number };
  authors: readonly { slug: string; name: string }[];
}) {
  const t = await getTranslations({ locale, namespace: 'Newsroom' });
  const categories = publication.categories.map(({ slug, names }) => ({
    slug,
    name: names[locale],
  }));
  const nameOf = new Map<string, string>(categories.map(({ slug, name }) => [slug, name]));
  return (
    <>
      <h1>{t('desk')}</h1>
      {counts.overdue > 0 && (
        <p role="alert" className={controls.alert}>
          {t('overdue', { count: counts.overdue })}
        </p>
      )}
      <NewArticle locale={locale} categories={categories} />
      <form action={`/${locale}/newsroom`} role="search" className={fields.row}>
        <label>
          {t('words')}
          <input name="q" type="search" defaultValue={query.text} maxLength={200} />
        </label>
        <label>
          {t('status')}
          <select name="status" defaultValue={query.status ?? ''}>
            <option value="">{t('any')}</option>
            {ARTICLE_STATUSES.map((status) => (
              <option key={status} value={status}>
                {`${t(`status_${status}`)} (${counts.totals[status]})`}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('language')}
          <select name="in" defaultValue={query.locale ?? ''}>
            <option value="">{t('any')}</option>
            {LOCALES.map((other) => (
              <option key={other} value={other}>
                {LOCALE_LABELS[other].name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('category')}
          <select name="category" defaultValue={query.category ?? ''}>
            <option value="">{t('any')}</option>
            {categories.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('author')}
          <select name="author" defaultValue={query.author ?? ''}>
            <option value="">{t('any')}</option>
            {authors.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('order')}
          <select name="order" defaultValue={query.order}>
            {DESK_ORDERS.map((order) => (
              <option key={order} value={order}>
                {t(`order_${order}`)}
              </option>
            ))}
          </select>
        </label>
        <label className={fields.check}>
          <input name="mine" type="checkbox" value="1" defaultChecked={query.isMine} />
          {t('mine')}
        </label>
        <button type="submit">{t('show')}</button>
      </form>
      {desk.rows.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <div className={table.scroll} tabIndex={0} role="region" aria-label={t('desk')}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('headline')}</th>
                <th scope="col">{t('status')}</th>
                <th scope="col">{t('category')}</th>
                <th scope="col">{t('changed')}</th>
                <th scope="col">{t('translations')}</th>
              </tr>
            </thead>
            <tbody>
              {desk.rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <a href={`/${locale}/newsroom/article/${row.id}`} lang={row.locale}>
                      {row.headline}
                    </a>
                    {row.createdBy && <small>{row.createdBy}</small>}
                  </th>
                  <td>
                    <span data-status={row.status} className={marks.status}>
                      {t(`status_${row.status}`)}
                    </span>
                    {row.status === 'published' && row.version !== row.publishedVersion && (
                      <small>{t('unpublishedChanges')}</small>
                    )}
                    {row.publishedAt && (
                      <small>{formatPublicationDate(row.publishedAt, locale)}</small>
                    )}
                  </td>
                  <td>{nameOf.get(row.category) ?? row.category}</td>
                  <td>
                    <time
                      dateTime={row.changedAt}
                      title={formatPublicationDate(row.changedAt, locale)}
                    >
                      {`${formatShortDate(row.changedAt, locale)} ${formatTime(row.changedAt)}`}
                    </time>
                  </td>
                  <td>
                    <Tellings locale={locale} tellings={row.tellings} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <nav className={table.pages} aria-label={t('pages')}>
        {query.page > 1 && (
          <a href={addressOf(locale, query, query.page - 1)} rel="prev">
            {t('previousPage')}
          </a>
        )}
        {desk.hasMore && (
          <a href={addressOf(locale, query, query.page + 1)} rel="next">
            {t('nextPage')}
          </a>
        )}
      </nav>
    </>
  );
}
