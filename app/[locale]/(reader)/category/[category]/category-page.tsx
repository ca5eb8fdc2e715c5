import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ArticleList } from '@/components/list/ArticleList';
import { Continuation } from '@/components/list/Continuation.client';
import { continuationLabels } from '@/components/list/continuation-labels';
import { ListHeader } from '@/components/list/ListHeader';
import { Pagination } from '@/components/list/Pagination';
import { Frame } from '@/components/site/Frame';
import type { Locale } from '@/lib/i18n/locales';
import { getCategory, listCategory } from '@/lib/publication/lists';
import { absent, absentHead } from '../../absent';
import { everywhere, headOf } from '../../address';

const pathOf = (slug: string, page: number) =>
  page === 1 ? `/category/${slug}` : `/category/${slug}/page/${page}`;

/** The head of one page of a category. */
export async function categoryHead(
  locale: Locale,
  slug: string,
  page: number | null,
): Promise<Metadata> {
  const category = await getCategory(locale, slug);
  if (!category || page === null) return absentHead(locale);
  const t = await getTranslations({ locale, namespace: 'List' });
  const title =
    page === 1 ? category.name : t('pageTitle', { title: category.name, page: String(page) });
  const path = pathOf(slug, page);
  return headOf({
    locale,
    title,
    description: category.description,
    path: `/${locale}${path}`,
    // How many pages there are differs by locale: only the first is there in all.
    translations: page === 1 ? everywhere(path) : { [locale]: `/${locale}${path}` },
  });
}

/** One page of a category; the first goes on as the reader nears its end. */
export async function CategoryPage({
  locale,
  slug,
  page,
}: {
  locale: Locale;
  slug: string;
  page: number | null;
}) {
  const [category, found] = await Promise.all([
    getCategory(locale, slug),
    page === null ? null : listCategory(locale, slug, page),
  ]);
  if (!category || !found) return absent(locale);
  const t = await getTranslations({ locale, namespace: 'List' });
  const labels = await continuationLabels(locale);
  return (
    <Frame locale={locale} path={pathOf(slug, 1)} current={slug} year={new Date().getFullYear()}>
      <ListHeader title={category.name} description={category.description} />
      {found.total === 0 && <p>{t('empty')}</p>}
      <ArticleList articles={found.articles} hasCategory={false} isFirst={found.page === 1} />
      {found.page === 1 ? (
        <Continuation
          locale={locale}
          category={slug}
          page={1}
          pageCount={found.pageCount}
          labels={labels}
        />
      ) : (
        <Pagination
          locale={locale}
          path={`/${locale}/category/${slug}`}
          page={found.page}
          pageCount={found.pageCount}
        />
      )}
    </Frame>
  );
}

/** `/page/1` is the category itself. */
export function redirectFirstPage(locale: Locale, slug: string, page: number | null): void {
  if (page === 1) permanentRedirect(`/${locale}${pathOf(slug, 1)}`);
}
