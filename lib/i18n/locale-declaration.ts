/**
 * Everything that the portal knows of one language. Each file of `lib/i18n/locales` declares one, under the
 * name that its addresses begin with (a BCP 47 code, such as `hy`).
 *
 * `npm run generate` writes the fields that browsers use as tables by language
 * (`locale-tables.generated.ts`), so that a page loads only what it uses of them. The server reads the others
 * with `declarationOf`.
 */
export interface LocaleDeclaration {
  /** Its place in the locale switcher, from 1. */
  position: number;
  /** What the switcher shows, and its name for screen readers, in the language itself. */
  label: { short: string; name: string };
  direction: 'ltr' | 'rtl';
  /** The locale in the format of Open Graph, with the country whose spelling is used: `en_GB`. */
  openGraph: string;
  /** Codes that its addresses began with in the past: those redirect to the code of today for ever. */
  formerCodes: readonly string[];
  /** Other codes that imported sites use for it: `eng`. */
  otherCodes: readonly string[];
  /** Quotation marks: outer opening, outer closing, inner opening, inner closing. */
  quotes: readonly [string, string, string, string];
  /** The names of the twelve months as they stand in a date, with spaces between. */
  months: string;
  /** The same, short, for a narrow column. */
  shortMonths: string;
  /** Words that must not stand at the end of a line, with spaces between; empty where there are none. */
  boundWords: string;
  /** Texts for when nothing else of the portal works, not even the messages. */
  failureWords: { title: string; text: string; again: string; front: string };
  /**
   * The files of `public/fonts` that set the first lines of a page, without ending: at most two, preloaded
   * before anything else.
   */
  firstFonts: readonly string[];
  /** The letters that only this language brings, in a font file of their own; null where it brings none. */
  font: FontCut | null;
  /** For made editions of tests and benches: common words, and one word of the demonstration's stories. */
  sampleWords: { common: string; searched: string };
  search: SearchRules;
  slug: SlugRules;
}

/** A part of a typeface, cut to one file by `scripts/fonts.ts`. */
export interface FontCut {
  /** The file's name in `public/fonts`, without ending. */
  file: string;
  /** The package of the typeface at `@fontsource-variable`, and its slice with the letters. */
  family: string;
  slice: string;
  /** The letters, as `unicode-range` of CSS. */
  range: string;
}

interface SearchRules {
  /** PostgreSQL's text search configuration: `english`; `simple` for a language that it has no rules for. */
  configuration: string;
  /** Whether words match by their first letters: for a language that the configuration does not stem. */
  matchesBeginnings?: boolean;
  /** Marks above and below letters that have no meaning; all of them where this is absent. */
  marks?: RegExp;
  /** Marks that are written inside a word and belong to its reading, not to its spelling. */
  innerMarks?: string;
  /** Whether an apostrophe between two letters belongs to the word. */
  hasApostrophes?: boolean;
  /**
   * One spelling where the language allows several.
   * @param text - in lower case, without marks
   */
  spell?: (text: string) => string;
}

interface SlugRules {
  /** What the transliteration library omits or gets wrong: the letter, and what stands for it. */
  replacements: readonly (readonly [string, string])[];
  /** Letters whose sound depends on their neighbours, before the others are transliterated. */
  romanise?: (text: string) => string;
}
