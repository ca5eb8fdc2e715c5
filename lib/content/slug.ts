import slugify from '@sindresorhus/slugify';

/** Maximum length of a slug in characters: what a share or a search result shows of it. */
const LONGEST = 80;

/** Corrections of what the transliteration library omits or gets wrong in our languages. */
const REPLACEMENTS: [string, string][] = [
  ['ə', 'e'],
  ['Ə', 'e'],
  ['ı', 'i'],
  ['İ', 'i'],
  ['ö', 'o'],
  ['Ö', 'o'],
  ['ü', 'u'],
  ['Ü', 'u'],
  ['&', ' '],
  ['№', ' no '],
  ['՛', ''],
  ['՜', ''],
  ['՞', ''],
  ['՟', ''],
];

/**
 * Armenian letters by position: `ու` is one sound, any other `ւ` (and that of `և`) is a v, `ե` and `ո` are
 * iotated only at the beginning of a word.
 */
const romaniseArmenian = (text: string): string =>
  text
    .replace(/[Ոո][՛՜՞]?[Ււ]/g, 'u')
    .replaceAll('և', 'եվ')
    .replace(/[Ււ]/g, 'v')
    .replace(/(?<=[\p{L}՛՜՞])[Եե]/gu, 'e')
    .replace(/(?<=[\p{L}՛՜՞])[Ոո]/gu, 'o');

/** The pattern of a slug: lower-case Latin letters, digits and single hyphens. */
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The slug of a headline in any of our languages, in Latin letters, cut at the end of a word.
 * @returns an empty string if the headline holds no letter or digit
 */
export function slugFor(headline: string): string {
  const slug = slugify(romaniseArmenian(headline.normalize('NFC').replace(/\p{Cf}/gu, '')), {
    customReplacements: REPLACEMENTS,
    decamelize: false,
  });
  if (slug.length <= LONGEST) return slug;
  const cut = slug.slice(0, LONGEST + 1);
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : slug.slice(0, LONGEST);
}
