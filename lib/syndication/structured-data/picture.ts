import { page as reuse } from '../../pages/reuse.ts';
import type { ImageObject } from 'schema-dts';
import { publication } from '../../../publication.config.ts';
import type { CaptionedPicture, Picture } from '../../content/article.ts';
import { CROP_RATIOS, cropAddress, pictureAddress } from '../../content/body/picture.ts';
import type { PictureCrop } from '../../content/article.ts';
import type { Locale } from '../../i18n/locales.ts';
import { addressOf } from '../site-address.ts';

/** The texts that are shown with a picture. */
type Words = Pick<CaptionedPicture, 'caption' | 'credit'>;

/**
 * The owner of a picture and how it may be used, in the five fields that search engines show: a picture
 * without a credit is the publication's own.
 */
function rightsOf({ caption, credit }: Words, locale: Locale) {
  const owner = credit ?? publication.name;
  const terms = addressOf(reuse.href({ locale }));
  return {
    ...(caption !== null && { caption }),
    creditText: owner,
    creator: { '@type': 'Organization' as const, name: owner },
    copyrightNotice: `© ${owner}`,
    license: terms,
    acquireLicensePage: terms,
  };
}

/**
 * A crop of a picture, as a file of its own.
 * @param width - pixels
 */
export function cropObject(
  picture: CaptionedPicture,
  crop: PictureCrop,
  width: 480 | 1200,
  locale: Locale,
) {
  const address = addressOf(cropAddress(picture, crop, width, width === 1200 ? 'jpg' : 'webp'));
  return {
    '@type': 'ImageObject',
    url: address,
    contentUrl: address,
    width: `${width}`,
    height: `${Math.round(width * CROP_RATIOS[crop])}`,
    ...rightsOf(picture, locale),
  } as const satisfies ImageObject;
}

/** A picture as it appears in a text, without a crop: its widest file. */
export function pictureObject(picture: Picture, words: Words, locale: Locale) {
  const width = picture.widths.at(-1) ?? picture.width;
  const address = addressOf(pictureAddress(picture, width, 'webp'));
  return {
    '@type': 'ImageObject',
    url: address,
    contentUrl: address,
    width: `${width}`,
    height: `${Math.round((width * picture.height) / picture.width)}`,
    ...rightsOf(words, locale),
  } as const satisfies ImageObject;
}
