/**
 * Which words of a text must stay on one line, by typographic rules: a preposition of one or two letters
 * stays with the next word, a dash with the word before it, and the digit groups of a number with each other.
 * Ordinary spaces become non-breaking spaces; no letter changes.
 */
import { BOUND_WORDS } from '../../../i18n/locale-tables.generated.ts';
import { LOCALES, type Locale } from '../../../i18n/locales.ts';

const NBSP = '\u00a0';

/**
 * A word of a language that must not end a line. This code runs in browsers too, some of which have no
 * look-behind in regular expressions.
 */
const boundWord = (words: string): RegExp =>
  new RegExp(`(^|[^\\p{L}\\p{N}])(${words.replaceAll(' ', '|')}) (?=[\\p{L}\\p{N}«„])`, 'giu');
const BOUND = new Map(
  LOCALES.flatMap((locale) => {
    const words: string = BOUND_WORDS[locale];
    return words === '' ? [] : [[locale, boundWord(words)] as const];
  }),
);

/** A dash between spaces must not begin a line. */
const DASH = / (?=[–—] )/g;
/** Groups of three digits, after an ordinary or a thin space: 34 000. */
const GROUP = /(\d)[ \u2009](?=\d{3}(?!\d))/g;

/** Inserts non-breaking spaces into a text. Spaces that are already non-breaking stay. */
export function bindWords(text: string, locale: Locale): string {
  const bound = text.replace(DASH, NBSP).replace(GROUP, `$1${NBSP}`);
  const word = BOUND.get(locale);
  // Twice: of two such words in a row, the first match consumes the space before the second word.
  const bind = (from: string) => (word ? from.replace(word, `$1$2${NBSP}`) : from);
  return bind(bind(bound));
}
