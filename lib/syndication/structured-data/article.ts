import type { ImageObject, NewsArticle, Person } from 'schema-dts';
import { PICTURE_CROPS, type Article, type CaptionedPicture } from '../../content/article.ts';
import { descriptionOf } from '../../content/description.ts';
import { CROP_RATIOS, CROP_WIDTH, cropAddress } from '../../content/picture.ts';
import { formatMoment } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locales.ts';
import { addressOf, articleAddress, authorAddress, categoryAddress } from '../site-address.ts';
import { breadcrumbsOf } from './breadcrumbs.ts';
import type { DataOfPage } from './page-data.ts';
import { publisherRef, websiteRef } from './publisher.ts';

/** The lead picture in the three shapes that search engines choose from, with the size of each file. */
const imagesOf = (picture: CaptionedPicture) =>
  PICTURE_CROPS.map(
    (crop) =>
      ({
        '@type': 'ImageObject',
        url: addressOf(cropAddress(picture, crop, CROP_WIDTH, 'jpg')),
        width: `${CROP_WIDTH}`,
        height: `${Math.round(CROP_WIDTH * CROP_RATIOS[crop])}`,
        ...(picture.caption !== null && { caption: picture.caption }),
        ...(picture.credit !== null && { creditText: picture.credit }),
      }) as const satisfies ImageObject,
  );

const personOf = (locale: Locale, { slug, name }: Article['authors'][number]) =>
  ({ '@type': 'Person', name, url: authorAddress(locale, slug) }) as const satisfies Person;

/**
 * What an article's page says to machines; each value stands on the page too.
 * @param home - what the page calls the front in its breadcrumb
 */
export function articleData(article: Article, home: string): DataOfPage {
  const { locale, slug, category, authors, topics, corrections, image } = article;
  const address = articleAddress(locale, slug);
  const publisher = publisherRef(locale);
  const news = {
    '@type': 'NewsArticle',
    '@id': `${address}#article`,
    url: address,
    mainEntityOfPage: address,
    headline: article.headline,
    description: descriptionOf(article),
    datePublished: formatMoment(article.publishedAt),
    dateModified: formatMoment(article.updatedAt ?? article.publishedAt),
    ...(image && { image: imagesOf(image) }),
    author:
      authors.length > 0
        ? authors.map((author) => personOf(locale, author))
        : [{ '@type': publisher['@type'], name: publisher.name, url: publisher.url }],
    publisher,
    articleSection: category.name,
    ...(topics.length > 0 && { keywords: topics.map(({ name }) => name) }),
    inLanguage: locale,
    isAccessibleForFree: true,
    isPartOf: websiteRef(locale),
    ...(corrections.length > 0 && {
      correction: corrections.map(({ at, text }) => ({
        '@type': 'CorrectionComment' as const,
        datePublished: formatMoment(at),
        text,
      })),
    }),
  } as const satisfies NewsArticle;
  const way = breadcrumbsOf([
    { name: home, address: addressOf(`/${locale}`) },
    { name: category.name, address: categoryAddress(locale, category.slug) },
  ]);
  return [news, way];
}
