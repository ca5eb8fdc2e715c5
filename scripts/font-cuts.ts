/** Cuts typefaces to the letters that are used of them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { TYPEFACE } from '../components/theme/look.ts';
import type { FontCut } from '../lib/i18n/locale-declaration.ts';
import { declaredLocales } from './generate/derived-of-locales.ts';

const require = createRequire(import.meta.url);

/** The file of a slice of a typeface, uncut. */
const sourceOf = ({ family, slice }: FontCut): Buffer =>
  readFileSync(
    require.resolve(`@fontsource-variable/${family}/files/${family}-${slice}-wght-normal.woff2`),
  );

/** The cuts of the portal's fonts: of the Latin script, and what each language adds. */
export const fontCuts = async (): Promise<FontCut[]> => [
  TYPEFACE.latin,
  ...(await declaredLocales()).flatMap(([, { font }]) => font ?? []),
];

/** The letters of a `unicode-range`: `U+41-43, U+259` → `ABCə`. */
export const lettersOf = (range: string): string =>
  range
    .split(',')
    .flatMap((part) => {
      const [first = 0, last = first] = part
        .trim()
        .replace('U+', '')
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, step) =>
        String.fromCodePoint(first + step),
      );
    })
    .join('');

/** A font of the pages, in the weights that they use. */
export const cutForPages = (cut: FontCut): Promise<Buffer> =>
  subsetFont(sourceOf(cut), lettersOf(cut.range), {
    targetFormat: 'woff2',
    variationAxes: { wght: TYPEFACE.weights },
  });

/** Every cut with the letters of a text besides its own, in one weight, as satori takes fonts. */
export async function cutOfEachTypeface(text: string) {
  const cuts = (await fontCuts()).map(async (cut) => ({
    name: cut.file,
    data: await subsetFont(sourceOf(cut), lettersOf(cut.range) + text, {
      targetFormat: 'woff',
      variationAxes: { wght: TYPEFACE.cardWeight },
    }),
    weight: TYPEFACE.cardWeight,
    style: 'normal' as const,
  }));
  return Promise.all(cuts);
}
