/**
 * Which words of a text stay together when its lines are broken, as a typesetter would have it: a preposition
 * of one or two letters goes with what it stands before, a dash with what it follows, the figures of a number
 * with each other. Spaces that may not be broken take the place of others; no letter changes.
 */
import type { Locale } from '../../i18n/locales.ts';

const NBSP = '\u00a0';

/**
 * Words that do not end a line, by language. English sets its articles where they fall. This goes to browsers too, some of which know no look-behind.
 */
const SHORT: Partial<Record<Locale, RegExp>> = {
  ru: /(^|[^\p{L}\p{N}])(а|в|во|до|за|и|из|к|ко|на|не|ни|но|о|об|от|по|с|со|у) (?=[\p{L}\p{N}«„])/giu,
};

/** A dash between spaces does not begin a line. */
const DASH = / (?=[–—] )/g;
/** Groups of three, after a plain or a thin space: 34 000. */
const GROUP = /(\d)[ \u2009](?=\d{3}(?!\d))/g;

/** Binds the words of a text. Spaces that are bound already stay. */
export function bindWords(text: string, locale: Locale): string {
  const bound = text.replace(DASH, NBSP).replace(GROUP, `$1${NBSP}`);
  const short = SHORT[locale];
  // Twice: of two such words in a row the first takes the space that the second begins after.
  const bind = (from: string) => (short ? from.replace(short, `$1$2${NBSP}`) : from);
  return bind(bind(bound));
}
