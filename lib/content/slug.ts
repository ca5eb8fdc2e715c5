import slugify from '@sindresorhus/slugify';
import { declarationOf } from '../i18n/declaration-of.ts';
import { LOCALES } from '../i18n/locales.ts';

/** Maximum length of a slug in characters: what a share or a search result shows of it. */
const LONGEST = 80;

/** The rules of all languages: a headline may hold a name of another one. */
const RULES = LOCALES.map((locale) => declarationOf(locale).slug);

/** Corrections of what the transliteration library omits or gets wrong. */
const REPLACEMENTS: [string, string][] = [
  ['&', ' '],
  ['№', ' no '],
  ...RULES.flatMap(({ replacements }) => replacements).map(([letter, latin]): [string, string] => [
    letter,
    latin,
  ]),
];

const romanise = (text: string): string =>
  RULES.reduce((romanised, rules) => rules.romanise?.(romanised) ?? romanised, text);

/** The pattern of a slug: lower-case Latin letters, digits and single hyphens. */
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The slug of a headline in any of our languages, in Latin letters, cut at the end of a word.
 * @returns an empty string if the headline holds no letter or digit
 */
export function slugFor(headline: string): string {
  const slug = slugify(romanise(headline.normalize('NFC').replace(/\p{Cf}/gu, '')), {
    customReplacements: REPLACEMENTS,
    decamelize: false,
  });
  if (slug.length <= LONGEST) return slug;
  const cut = slug.slice(0, LONGEST + 1);
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : slug.slice(0, LONGEST);
}
