import type { CollectionPage, ItemList, Person, ProfilePage } from 'schema-dts';
import type { ArticleCard, Author } from '../../content/article.ts';
import { formatMoment } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locales.ts';
import { articleAddress, authorAddress, frontAddress } from '../site-address.ts';
import { breadcrumbsOf } from './breadcrumbs.ts';
import type { DataOfPage } from './page-data.ts';
import { cropObject } from './picture.ts';
import { publisherRef, websiteRef } from './publisher.ts';

/** The crop that lists show. */
const LIST_CROP = '4x3';

/** One page of a list, with the values that the page shows. */
export interface ListedPage {
  locale: Locale;
  name: string;
  description: string | null;
  /** Absolute address of this page of the list. */
  address: string;
  articles: readonly ArticleCard[];
  /** The name of the front in breadcrumbs. */
  home: string;
}

/** A story in a list; a list without pictures passes none. */
type ListedStory = Pick<ArticleCard, 'slug' | 'headline'> & Partial<Pick<ArticleCard, 'image'>>;

/** The stories of a list, each with the picture that is shown beside it. */
export const listItems = (locale: Locale, articles: readonly ListedStory[]) =>
  articles.map(({ slug, headline, image }, index) => ({
    '@type': 'ListItem' as const,
    position: index + 1,
    name: headline,
    url: articleAddress(locale, slug),
    ...(image && { image: cropObject(image, LIST_CROP, 480, locale) }),
  }));

const wayTo = ({ locale, name, address, home }: Omit<ListedPage, 'articles'>) =>
  breadcrumbsOf([
    { name: home, address: frontAddress(locale) },
    { name, address },
  ]);

/** The structured data of a page of a category, a topic or the corrections. */
export function collectionData(
  listed: Omit<ListedPage, 'articles'> & {
    articles: readonly ListedStory[];
  },
): DataOfPage {
  const { locale, name, description, address, articles } = listed;
  const stories = {
    '@type': 'ItemList',
    itemListElement: listItems(locale, articles),
  } as const satisfies ItemList;
  const page = {
    '@type': 'CollectionPage',
    '@id': address,
    url: address,
    name,
    ...(description !== null && { description }),
    inLanguage: locale,
    isPartOf: websiteRef(locale),
    mainEntity: stories,
  } as const satisfies CollectionPage;
  return [page, wayTo(listed)];
}

/** The structured data of a page of an author. */
export function profileData(listed: ListedPage, author: Author): DataOfPage {
  const { locale, address, articles } = listed;
  const home = authorAddress(locale, author.slug);
  const person = {
    '@type': 'Person',
    '@id': `${home}#person`,
    name: author.name,
    url: home,
    ...(author.role !== null && { jobTitle: author.role }),
    ...(author.biography !== null && { description: author.biography }),
    ...(author.links.length > 0 && { sameAs: author.links }),
    worksFor: publisherRef(locale),
  } as const satisfies Person;
  const page = {
    '@type': 'ProfilePage',
    '@id': address,
    url: address,
    inLanguage: locale,
    isPartOf: websiteRef(locale),
    mainEntity: person,
    hasPart: articles.map(({ slug, headline, publishedAt, image }) => ({
      '@type': 'NewsArticle' as const,
      headline,
      url: articleAddress(locale, slug),
      datePublished: formatMoment(publishedAt),
      ...(image && { image: cropObject(image, LIST_CROP, 480, locale) }),
      author: { '@id': person['@id'] },
    })),
  } as const satisfies ProfilePage;
  return [page, wayTo(listed)];
}
