import type { Locale } from '../i18n/locales.ts';

/**
 * The version of the rules below. Raise it with every change of what `searchText` returns: articles that were
 * indexed by older rules are then indexed again (`lib/newsroom/reindex-search.ts`).
 */
export const SEARCH_RULES = 1;

/** Invisible characters: soft hyphens, zero-width spaces and joiners, direction marks. */
const INVISIBLE = /\p{Cf}/gu;
/** Accents and other marks above or below a letter, and variation selectors. */
const MARKS = /[\u0300-\u036f\ufe00-\ufe0f]/g;
/** In Russian word endings Й is a letter of its own: its breve stays. */
const MARKS_BUT_OF_SHORT_I = /(?<!и)[\u0300-\u036f\ufe00-\ufe0f]|[\u0300-\u0305\u0307-\u036f]/gi;
/** Ligatures of Latin and Armenian letters, from old typesetting. */
const LIGATURES = /[\ufb00-\ufb17]/g;
/** Marks that Armenian writes inside a word: emphasis, exclamation, question, abbreviation. */
const ARMENIAN_INNER_MARKS = /[\u055b\u055c\u055e\u055f]/g;

/**
 * Latin letters that Unicode does not decompose, and the letters that people type instead on a keyboard
 * without them.
 */
const PLAIN_LETTERS: Record<string, string> = {
  ə: 'e',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};
const SPECIAL_LETTERS = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'g');

/** Latin letters that look like Cyrillic ones, with the Cyrillic letter: typists confuse them. */
const LOOKALIKES = new Map(
  [...'aceopxykmthb'].map((latin, at) => [latin, 'асеорхукмтнв'.charAt(at)]),
);
const MIXED_WORD = /[a-z]*\p{Script=Cyrillic}[\p{Script=Cyrillic}a-z]*/gu;

/**
 * Normalises a text for indexing and for search, so that both sides agree: lower case without diacritics,
 * nothing invisible, one spelling where two are possible. Case is folded without a locale: by Azerbaijani
 * rules FIFA would be “fıfa”, and both i's become one letter here anyway.
 */
export function searchText(text: string, locale: Locale): string {
  const plain = text
    .replace(INVISIBLE, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(LIGATURES, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFD')
    .replace(locale === 'ru' ? MARKS_BUT_OF_SHORT_I : MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(SPECIAL_LETTERS, (letter) => PLAIN_LETTERS[letter] ?? letter);
  switch (locale) {
    case 'hy':
      // One sound has three spellings: և, եւ and, always in capitals, ԵՎ. PostgreSQL's stems need the first.
      return plain.replace(ARMENIAN_INNER_MARKS, '').replace(/եւ|եվ/g, 'և');
    case 'ru':
      return plain.replace(MIXED_WORD, (word) =>
        word.replace(/[a-z]/g, (letter) => LOOKALIKES.get(letter) ?? letter),
      );
    case 'az':
      // Məs’ul and məsul are the older and the newer spelling of one word.
      return plain.replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '');
    case 'en':
      return plain.replaceAll('’', "'");
  }
}

/** The words of a text in their order, as `searchText` spells them. */
export function searchWords(text: string, locale: Locale): string[] {
  return searchText(text, locale).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * A text in pieces: each word is one, with everything in it that `searchText` removes; the text between words
 * is another. Joined, the pieces give the text again.
 */
export function splitWords(text: string, locale: Locale): string[] {
  return text.split(locale === 'az' ? WORD_WITH_APOSTROPHE : WORD);
}

const WORD = /([\p{L}\p{N}\p{Mn}\p{Cf}\u055b\u055c\u055e\u055f]+)/u;
const WORD_WITH_APOSTROPHE = /((?:[\p{L}\p{N}\p{Mn}\p{Cf}]|(?<=\p{L})['’ʼ](?=\p{L}))+)/u;

/**
 * The words of a text as a reader would write them, by the normalised word: the suggestions for a
 * misspelling. A word all in capitals is an acronym and stays so.
 */
export function spelledWords(text: string, locale: Locale): Map<string, string> {
  const spelled = new Map<string, string>();
  for (const part of splitWords(text.normalize('NFC'), locale)) {
    const [word, ...others] = searchWords(part, locale);
    if (word === undefined || others.length > 0) continue;
    const seen = part.replace(INVISIBLE, '').replace(ARMENIAN_INNER_MARKS, '');
    const isAcronym = seen.length > 1 && seen === seen.toLocaleUpperCase(locale);
    spelled.set(word, isAcronym ? seen : seen.toLocaleLowerCase(locale));
  }
  return spelled;
}

/**
 * PostgreSQL's text search configuration of each language; Azerbaijani has none, so its words are not
 * stemmed.
 */
export const TEXT_CONFIGURATIONS = {
  en: 'english',
  ru: 'russian',
  hy: 'armenian',
  az: 'simple',
} as const satisfies Record<Locale, string>;
