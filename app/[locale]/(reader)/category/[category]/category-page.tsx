import type { Metadata } from 'next';
import { cache } from 'react';
import { getTranslations } from 'next-intl/server';
import { ArticleList } from '@/components/list/ArticleList';
import { Continuation } from '@/components/list/Continuation.client';
import { continuationLabels } from '@/components/list/continuation-labels';
import { ListHeader } from '@/components/list/ListHeader';
import { Pagination } from '@/components/list/Pagination';
import { Frame } from '@/components/site/Frame';
import { StructuredData } from '@/components/site/StructuredData';
import type { Locale } from '@/lib/i18n/locales';
import { hrefsIn } from '@/lib/pages/all/locales-of-page';
import { page as categoryPage } from '@/lib/pages/category';
import { getBreaking } from '@/lib/publication/breaking';
import { categoryLocales, getCategory, listCategory } from '@/lib/publication/lists/lists';
import { addressOf } from '@/lib/syndication/site-address';
import { collectionData } from '@/lib/syndication/structured-data/list';
import { graphOf } from '@/lib/syndication/structured-data/page-data';
import { getNavigation } from '@/lib/publication/navigation';
import { absent, absentHead } from '../../absent';
import { headOf, photographOf } from '../../address';

/** The head and the page need the same list: it is read once. */
const readCategory = cache((locale: Locale, slug: string, page: number | null) =>
  Promise.all([
    getCategory(locale, slug),
    page === null ? null : listCategory(locale, slug, page),
    categoryLocales(slug),
  ]),
);

/** The head of one page of a category. */
export async function categoryHead(
  locale: Locale,
  slug: string,
  page: number | null,
): Promise<Metadata> {
  const [category, found, locales] = await readCategory(locale, slug, page);
  if (!category || !found || page === null) return absentHead(locale);
  const t = await getTranslations({ locale, namespace: 'List' });
  const title =
    page === 1 ? category.name : t('pageTitle', { title: category.name, page: String(page) });
  return headOf({
    locale,
    title,
    description: category.description,
    page: categoryPage,
    params: { category: slug },
    number: page,
    locales: locales.findable,
    isThin: !locales.findable.includes(locale),
    image: photographOf(found.articles),
    feedTitle: category.name,
  });
}

/** One page of a category; the first page continues as the reader nears its end. */
export async function CategoryPage({
  locale,
  slug,
  page,
}: {
  locale: Locale;
  slug: string;
  page: number | null;
}) {
  const [category, found, locales] = await readCategory(locale, slug, page);
  if (!category || !found) return absent(locale);
  const t = await getTranslations({ locale, namespace: 'List' });
  const labels = await continuationLabels(locale);
  const hrefOf = (number: number) => categoryPage.href({ locale, category: slug }, number);
  const article = await getTranslations({ locale, namespace: 'Article' });
  const data = collectionData({
    locale,
    name: category.name,
    description: category.description,
    address: addressOf(hrefOf(found.page)),
    articles: found.articles,
    home: article('home'),
  });
  return (
    <Frame
      locale={locale}
      categories={await getNavigation(locale)}
      translations={hrefsIn(categoryPage, { category: slug }, [...locales.readable, locale])}
      current={slug}
      year={new Date().getFullYear()}
      breaking={await getBreaking(locale)}
    >
      <StructuredData data={graphOf(data)} />
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
        <Pagination locale={locale} hrefOf={hrefOf} page={found.page} pageCount={found.pageCount} />
      )}
    </Frame>
  );
}
