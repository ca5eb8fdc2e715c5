/**
 * The look as data: what style sheets, the share card, the manifest, the logo and the failure page are made of.
 * `npm run generate` writes the colours and the font faces as style sheets. This file imports nothing, so that
 * `lib` may read it too (docs/decisions/0001-rooms.md).
 */

/** A colour by day and by night, in hexadecimal with six digits. */
interface Colour {
  light: string;
  dark: string;
}

/** The colours, by their names in style sheets (`ink2` is `--ink-2`). */
export const COLOURS = {
  /** Of the page. */
  paper: { light: '#fffdf9', dark: '#12110f' },
  /** Of the text. */
  ink: { light: '#16130f', dark: '#ece7de' },
  /** Of what is said aside: captions, times. */
  ink2: { light: '#57524a', dark: '#aaa398' },
  line: { light: '#dcd6cb', dark: '#35322d' },
  lineStrong: { light: '#16130f', dark: '#8d877c' },
  /** Of the wordmark's second part, of links under the pointer, of what is wrong. */
  accent: { light: '#b3121d', dark: '#ff7a70' },
  /** Of a ground that is set off from the paper. */
  wash: { light: '#f5f1e9', dark: '#1c1a17' },
} as const satisfies Record<string, Colour>;

/** The typeface of headlines and texts: one slice of a package each for the scripts of the languages. */
export const TYPEFACE = {
  /** Its name in style sheets. */
  name: 'News Serif',
  /** The lightest and the boldest weight that is cut. */
  weights: { min: 400, max: 700 },
  /** The weight in which the logo and the share card are set. */
  cardWeight: 600,
  /** The letters of every page, whatever its language: of the Latin script, with digits and punctuation. */
  latin: {
    file: 'latin',
    family: 'noto-serif',
    slice: 'latin',
    range: 'U+20-7E, U+A0-FF, U+131, U+152-153, U+2013-203A, U+20AC, U+20BC-20BD, U+2116, U+2212',
  },
} as const;

/**
 * The publication's name as the wordmark sets it: the part from its point on has the accent colour.
 * @returns both parts; the second is empty where the name has no point
 */
export function wordmarkParts(name: string): [ink: string, accent: string] {
  const at = name.indexOf('.');
  return at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at)];
}
