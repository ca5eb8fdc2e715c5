import type { Metadata } from 'next';
import { cache } from 'react';
import { getTranslations } from 'next-intl/server';
import { ArticleList } from '@/components/list/ArticleList';
import { ListHeader } from '@/components/list/ListHeader';
import { Pagination } from '@/components/list/Pagination';
import { Frame } from '@/components/site/Frame';
import { StructuredData } from '@/components/site/StructuredData';
import type { ArticlePage, Author } from '@/lib/content/article';
import type { Locale } from '@/lib/i18n/locales';
import type { ReaderPage } from '@/lib/pages/all/declare-page';
import { hrefsIn } from '@/lib/pages/all/locales-of-page';
import { PAGES } from '@/lib/pages.generated';
import { listAuthor, listTopic, type ListLocales } from '@/lib/publication/lists/lists';
import { addressOf } from '@/lib/syndication/site-address';
import { collectionData, profileData } from '@/lib/syndication/structured-data/list';
import { graphOf } from '@/lib/syndication/structured-data/page-data';
import { getNavigation } from '@/lib/publication/navigation';
import { absent, absentHead } from './absent';
import { headOf, photographOf } from './address';

interface Listed {
  title: string;
  description: string | null;
  /** The author, on the page of an author; null on the page of a topic. */
  author: Author | null;
  page: ArticlePage;
  locales: ListLocales;
}

/** The head and the page need the same list: it is read once. */
const read = cache(async function read(
  kind: 'topic' | 'author',
  locale: Locale,
  slug: string,
  page: number | null,
): Promise<Listed | null> {
  if (page === null) return null;
  if (kind === 'topic') {
    const found = await listTopic(locale, slug, page);
    return (
      found && {
        title: found.topic.name,
        description: null,
        author: null,
        page: found.page,
        locales: found.locales,
      }
    );
  }
  const found = await listAuthor(locale, slug, page);
  if (!found) return null;
  const { name, role, biography } = found.author;
  const description = [role, biography].filter(Boolean).join('. ') || null;
  return {
    title: name,
    description,
    author: found.author,
    page: found.page,
    locales: found.locales,
  };
});

/** The page of a kind, whose only parameter has the name of the kind. */
const pageOf = (kind: 'topic' | 'author'): ReaderPage => PAGES[kind];

export interface PeoplePageProps {
  kind: 'topic' | 'author';
  locale: Locale;
  slug: string;
  page: number | null;
}

/** The head of one page of a topic or an author. */
export async function peopleHead({ kind, locale, slug, page }: PeoplePageProps): Promise<Metadata> {
  const listed = await read(kind, locale, slug, page);
  if (!listed || page === null) return absentHead(locale);
  const t = await getTranslations({ locale, namespace: 'List' });
  return headOf({
    locale,
    title: page === 1 ? listed.title : t('pageTitle', { title: listed.title, page: String(page) }),
    description: listed.description ?? `${t(kind)}: ${listed.title}`,
    page: pageOf(kind),
    params: { [kind]: slug },
    number: page,
    locales: listed.locales.findable,
    isThin: !listed.locales.findable.includes(locale),
    image: photographOf(listed.page.articles),
    feedTitle: listed.title,
  });
}

/** One page of the articles on a topic or by an author. */
export async function PeoplePage({ kind, locale, slug, page: number }: PeoplePageProps) {
  const listed = await read(kind, locale, slug, number);
  if (!listed) return absent(locale);
  const t = await getTranslations({ locale, namespace: 'List' });
  const page = pageOf(kind);
  const hrefOf = (number: number) => page.href({ locale, [kind]: slug }, number);
  const article = await getTranslations({ locale, namespace: 'Article' });
  const about = {
    locale,
    name: listed.title,
    description: listed.description,
    address: addressOf(hrefOf(listed.page.page)),
    articles: listed.page.articles,
    home: article('home'),
  };
  const data = listed.author ? profileData(about, listed.author) : collectionData(about);
  return (
    <Frame
      locale={locale}
      categories={await getNavigation(locale)}
      translations={hrefsIn(page, { [kind]: slug }, listed.locales.readable)}
      isStory
      year={new Date().getFullYear()}
    >
      <StructuredData data={graphOf(data)} />
      <ListHeader
        kind={t(kind)}
        title={listed.title}
        description={listed.description}
        links={listed.author?.links ?? []}
      />
      <ArticleList articles={listed.page.articles} hasCategory />
      <Pagination
        locale={locale}
        hrefOf={hrefOf}
        page={listed.page.page}
        pageCount={listed.page.pageCount}
      />
    </Frame>
  );
}
