import { getTranslations } from 'next-intl/server';
import { SearchPage } from '@/components/search/SearchPage';
import { Frame } from '@/components/site/Frame';
import { SEARCH_ORDERS, SEARCH_PERIODS, type SearchQuery } from '@/lib/content/search-answer';
import { hrefsEverywhere } from '@/lib/pages/all/locales-of-page';
import { page as searchPage } from '@/lib/pages/search';
import { getMostRead } from '@/lib/publication/lists/most-read';
import { searchArticles } from '@/lib/publication/search/search';
import { getNavigation } from '@/lib/publication/navigation';
import { categoryIn } from '@/lib/content/categories';
import { publication } from '@/publication.config';
import { localeOf, pageOf } from '../address';

/** Rendered for each request: the address contains a query. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: PageProps<'/[locale]/search'>) {
  const locale = localeOf((await params).locale);
  const t = await getTranslations({ locale, namespace: 'Search' });
  return {
    title: `${t('title')} · ${publication.name}`,
    description: publication.descriptions[locale],
    robots: { index: false, follow: true },
  };
}

/** The first value of a parameter: an address may contain it twice. */
const first = (value: string | string[] | undefined): string => [value].flat()[0] ?? '';

const oneOf = <Value extends string>(
  values: readonly Value[],
  value: string,
  usual: Value,
): Value => values.find((candidate) => candidate === value) ?? usual;

export default async function Page({ params, searchParams }: PageProps<'/[locale]/search'>) {
  const locale = localeOf((await params).locale);
  const query = await searchParams;
  const category = first(query['category']);
  const asked: SearchQuery = {
    text: first(query['q']),
    category: categoryIn(locale, category)?.slug ?? null,
    period: oneOf(SEARCH_PERIODS, first(query['period']), 'any'),
    order: oneOf(SEARCH_ORDERS, first(query['order']), 'relevance'),
    page: pageOf(first(query['page'])) ?? 1,
  };
  const [answer, mostRead] = await Promise.all([
    asked.text ? searchArticles(locale, asked) : null,
    getMostRead(locale, 'week'),
  ]);
  const categories = await getNavigation(locale);
  return (
    <Frame
      locale={locale}
      categories={categories}
      translations={hrefsEverywhere(searchPage, {})}
      year={new Date().getFullYear()}
    >
      <SearchPage
        locale={locale}
        categories={categories}
        asked={asked}
        answer={answer}
        mostRead={mostRead}
      />
    </Frame>
  );
}
