import type { Body } from '../../content/body/body.ts';
import { plainText } from '../../content/body/plain-text.ts';
import type { MarkedText } from '../../content/search-answer.ts';
import { searchText, splitWords } from '../../content/search-text.ts';
import type { Locale } from '../../i18n/locales.ts';

/** Characters of an excerpt. */
const EXCERPT = 220;
/** Characters of the body in which an excerpt is searched. */
const SEEN = 20_000;

/** A word without its ending: words with the same stem count as the same word. */
function stemOf(word: string): string {
  if (word.length <= 4) return word;
  return word.slice(0, Math.max(4, word.length - Math.ceil(word.length / 4)));
}

/**
 * A text in pieces, with the words that match a query marked.
 * @param terms - as returned by `readQuery`
 */
export function markTerms(text: string, terms: readonly string[], locale: Locale): MarkedText {
  const stems = terms.map((term) => searchText(stemOf(term), locale));
  const pieces: MarkedText = [];
  const add = (piece: string, marked: boolean) => {
    const last = pieces.at(-1);
    if (last?.marked === marked) last.text += piece;
    else if (piece) pieces.push({ text: piece, marked });
  };
  for (const part of splitWords(text, locale)) {
    const word = searchText(part, locale);
    add(part, word !== '' && stems.some((stem) => word.startsWith(stem)));
  }
  return pieces;
}

/**
 * The first passage of an article that matches the query: in the standfirst, else in the body.
 * @param terms - as returned by `readQuery`
 */
export function excerptOf(
  standfirst: string | null,
  body: Body,
  terms: readonly string[],
  locale: Locale,
): MarkedText {
  const lead = standfirst ?? '';
  const marked = markTerms(lead, terms, locale);
  if (marked.some((piece) => piece.marked)) return marked;
  const text = plainText(body).slice(0, SEEN).replace(/\s+/g, ' ');
  const start = firstPlace(text, terms, locale);
  if (start < 0 && lead) return marked;
  return markTerms(cutAt(text, Math.max(0, start - EXCERPT / 3)), terms, locale);
}

/**
 * The first position at which one of the words begins, or -1. The search uses the text as it is indexed,
 * whose length may differ because letters are folded: exact enough for an excerpt, at a tenth of the cost.
 */
function firstPlace(text: string, terms: readonly string[], locale: Locale): number {
  const stems = terms.map((term) => searchText(stemOf(term), locale)).filter(Boolean);
  if (stems.length === 0) return -1;
  // Stems are letters and digits alone (`searchWords`), nothing in them to escape.
  const beginning = new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems.join('|')})`, 'u');
  return searchText(text, locale).search(beginning);
}

/** A part of a text that begins and ends with whole words. */
function cutAt(text: string, start: number): string {
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  const cut = text.slice(from, from + EXCERPT);
  const isWhole = from + EXCERPT >= text.length;
  return `${from > 0 ? '… ' : ''}${isWhole ? cut : cut.slice(0, cut.lastIndexOf(' '))}${isWhole ? '' : ' …'}`;
}
