/**
 * Which words of a text must stay on one line, by typographic rules: a preposition of one or two letters
 * stays with the next word, a dash with the word before it, and the digit groups of a number with each other.
 * Ordinary spaces become non-breaking spaces; no letter changes.
 */
import type { Locale } from '../../i18n/locales.ts';

const NBSP = '\u00a0';

/**
 * Words that must not end a line, by language. English has no such rule for its articles. This code runs in
 * browsers too, some of which have no look-behind in regular expressions.
 */
const SHORT: Partial<Record<Locale, RegExp>> = {
  ru: /(^|[^\p{L}\p{N}])(а|в|во|до|за|и|из|к|ко|на|не|ни|но|о|об|от|по|с|со|у) (?=[\p{L}\p{N}«„])/giu,
};

/** A dash between spaces must not begin a line. */
const DASH = / (?=[–—] )/g;
/** Groups of three digits, after an ordinary or a thin space: 34 000. */
const GROUP = /(\d)[ \u2009](?=\d{3}(?!\d))/g;

/** Inserts non-breaking spaces into a text. Spaces that are already non-breaking stay. */
export function bindWords(text: string, locale: Locale): string {
  const bound = text.replace(DASH, NBSP).replace(GROUP, `$1${NBSP}`);
  const short = SHORT[locale];
  // Twice: of two such words in a row, the first match consumes the space before the second word.
  const bind = (from: string) => (short ? from.replace(short, `$1$2${NBSP}`) : from);
  return bind(bind(bound));
}
