import { declarationOf } from '../i18n/declaration-of.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';

/**
 * The version of the rules below. Raise it with every change of what `searchText` returns: articles that were
 * indexed by older rules are then indexed again (`lib/newsroom/search/reindex-search.ts`).
 */
export const SEARCH_RULES = 1;

/** Invisible characters: soft hyphens, zero-width spaces and joiners, direction marks. */
const INVISIBLE = /\p{Cf}/gu;
/** Accents and other marks above or below a letter, and variation selectors. */
const MARKS = /[\u0300-\u036f\ufe00-\ufe0f]/g;
/** Ligatures of Latin and Armenian letters, from old typesetting. */
const LIGATURES = /[\ufb00-\ufb17]/g;
/** Marks inside a word in any of our languages: an article may hold a word of another one. */
const INNER_MARKS = LOCALES.map((locale) => declarationOf(locale).search.innerMarks ?? '').join('');

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

/**
 * Normalises a text for indexing and for search, so that both sides agree: lower case without diacritics,
 * nothing invisible, one spelling where two are possible. Case is folded without a locale: by Azerbaijani
 * rules FIFA would be “fıfa”, and both i's become one letter here anyway.
 */
export function searchText(text: string, locale: Locale): string {
  const { marks = MARKS, spell } = declarationOf(locale).search;
  const plain = text
    .replace(INVISIBLE, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(LIGATURES, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(SPECIAL_LETTERS, (letter) => PLAIN_LETTERS[letter] ?? letter);
  return spell ? spell(plain) : plain;
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
  return text.split(declarationOf(locale).search.hasApostrophes ? WORD_WITH_APOSTROPHE : WORD);
}

const LETTER = `[\\p{L}\\p{N}\\p{Mn}\\p{Cf}${INNER_MARKS}]`;
const WORD = new RegExp(`(${LETTER}+)`, 'u');
const WORD_WITH_APOSTROPHE = new RegExp(`((?:${LETTER}|(?<=\\p{L})['’ʼ](?=\\p{L}))+)`, 'u');

/**
 * The words of a text as a reader would write them, by the normalised word: the suggestions for a
 * misspelling. A word all in capitals is an acronym and stays so.
 */
export function spelledWords(text: string, locale: Locale): Map<string, string> {
  const spelled = new Map<string, string>();
  for (const part of splitWords(text.normalize('NFC'), locale)) {
    const [word, ...others] = searchWords(part, locale);
    if (word === undefined || others.length > 0) continue;
    const seen = [...part.replace(INVISIBLE, '')]
      .filter((sign) => !INNER_MARKS.includes(sign))
      .join('');
    const isAcronym = seen.length > 1 && seen === seen.toLocaleUpperCase(locale);
    spelled.set(word, isAcronym ? seen : seen.toLocaleLowerCase(locale));
  }
  return spelled;
}

/** PostgreSQL's text search configuration of a language. */
export const textConfigurationOf = (locale: Locale): string =>
  declarationOf(locale).search.configuration;
