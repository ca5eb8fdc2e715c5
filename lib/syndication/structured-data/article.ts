import { page as reuse } from '../../pages/reuse.ts';
import type { NewsArticle, Person, VideoObject } from 'schema-dts';
import { PICTURE_CROPS, type Article } from '../../content/article.ts';
import { descriptionOf } from '../../content/description.ts';
import { CROP_WIDTH, cropAddress } from '../../content/body/picture.ts';
import { picturesIn } from '../../content/body/pictures-in.ts';
import { formatMoment } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locales.ts';
import {
  addressOf,
  frontAddress,
  articleAddress,
  authorAddress,
  categoryAddress,
} from '../site-address.ts';
import { breadcrumbsOf } from './breadcrumbs.ts';
import type { DataOfPage } from './page-data.ts';
import { cropObject, pictureObject } from './picture.ts';
import { publisherRef, websiteRef } from './publisher.ts';

/** The lead picture in the three shapes that search engines choose from, then those in the text. */
const imagesOf = ({ image, body, pictures, locale }: Article) => [
  ...(image ? PICTURE_CROPS.map((crop) => cropObject(image, crop, CROP_WIDTH, locale)) : []),
  ...picturesIn(body.content).flatMap(({ attrs }) => {
    const picture = pictures[attrs.imageId];
    return picture ? [pictureObject(picture, attrs, locale)] : [];
  }),
];

/**
 * The videos in the text. Only their providers' pages have their upload dates: the article was published
 * then or later, and its date is used.
 */
const videosOf = ({ body, headline, publishedAt, image, locale, ...article }: Article) =>
  body.content.flatMap((block) => {
    if (block.type !== 'embed' || block.attrs.provider !== 'youtube') return [];
    const id = new URL(block.attrs.url).searchParams.get('v');
    if (id === null) return [];
    return [
      {
        '@type': 'VideoObject',
        name: headline,
        description: descriptionOf({ body, ...article }),
        url: block.attrs.url,
        embedUrl: `https://www.youtube-nocookie.com/embed/${id}`,
        thumbnailUrl: image
          ? addressOf(cropAddress(image, '16x9', CROP_WIDTH, 'jpg'))
          : `https://i.ytimg.com/vi/${id}/hqdefault.jpg`,
        uploadDate: formatMoment(publishedAt),
        inLanguage: locale,
      } as const satisfies VideoObject,
    ];
  });

/** The other translations of the story, as in the locale switcher. */
const translationsOf = ({ translations, locale }: Article) =>
  translations
    .filter((translation) => translation.locale !== locale)
    .map((translation) => ({
      '@type': 'NewsArticle' as const,
      url: articleAddress(translation.locale, translation.slug),
      inLanguage: translation.locale,
    }));

const personOf = (locale: Locale, { slug, name }: Article['authors'][number]) =>
  ({ '@type': 'Person', name, url: authorAddress(locale, slug) }) as const satisfies Person;

/**
 * The structured data of an article's page; each value is visible on the page too.
 * @param home - the name of the front in the page's breadcrumb
 */
export function articleData(article: Article, home: string): DataOfPage {
  const { locale, slug, category, authors, topics, corrections } = article;
  const [images, videos, translations] = [
    imagesOf(article),
    videosOf(article),
    translationsOf(article),
  ];
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
    ...(images.length > 0 && { image: images }),
    ...(videos.length > 0 && { video: videos }),
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
    usageInfo: addressOf(reuse.href({ locale })),
    ...(translations.length > 0 && { workTranslation: translations }),
    ...(corrections.length > 0 && {
      correction: corrections.map(({ at, text }) => ({
        '@type': 'CorrectionComment' as const,
        datePublished: formatMoment(at),
        text,
      })),
    }),
  } as const satisfies NewsArticle;
  const way = breadcrumbsOf([
    { name: home, address: frontAddress(locale) },
    { name: category.name, address: categoryAddress(locale, category.slug) },
  ]);
  return [news, way];
}
