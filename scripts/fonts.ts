/**
 * Cuts the serif to the letters that our four languages use and writes `public/fonts/*.woff2` for pages and
 * `scripts/fonts/*.woff` for the logo, in its one weight. All are committed: run it
 * again after a change of typeface (`node scripts/fonts.ts`).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)).join(
    '',
  );

const PUNCTUATION = '–—‘’‚“”„†•…‹›′″€₼₽№−×';
const CUTS = [
  {
    name: 'latin',
    family: 'noto-serif',
    from: 'latin',
    text: range(0x20, 0x7e) + range(0xa0, 0xff) + 'ıŒœ' + PUNCTUATION,
  },
  { name: 'azerbaijani', family: 'noto-serif', from: 'latin-ext', text: 'ƏəĞğİŞş' },
  { name: 'cyrillic', family: 'noto-serif', from: 'cyrillic', text: range(0x401, 0x45f) + 'Ґґ№' },
  { name: 'armenian', family: 'noto-serif-armenian', from: 'armenian', text: range(0x531, 0x58f) },
] as const;
const LARGEST_FILE = 40_000;
/** The logo sets any name, and nobody downloads its fonts: they keep more letters. */
const CARD_LETTERS = {
  latin: '\u2009\u200a\u2011',
  azerbaijani: range(0x100, 0x17f) + range(0x1e00, 0x1eff) + 'ȘșȚț₼₽№',
  cyrillic: range(0x400, 0x4ff),
  armenian: range(0xfb13, 0xfb17),
} as const;
const CARD_WEIGHT = 600;

const require = createRequire(import.meta.url);
const target = fileURLToPath(new URL('../public/fonts/', import.meta.url));
const cardTarget = fileURLToPath(new URL('./fonts/', import.meta.url));
for (const folder of [target, cardTarget]) mkdirSync(folder, { recursive: true });
for (const { name, family, from, text } of CUTS) {
  const source = require.resolve(
    `@fontsource-variable/${family}/files/${family}-${from}-wght-normal.woff2`,
  );
  const bytes = readFileSync(source);
  const cut = await subsetFont(bytes, text, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
  });
  if (cut.length > LARGEST_FILE)
    throw new Error(`${name}: ${cut.length} bytes is over a script's share.`);
  writeFileSync(`${target}${name}.woff2`, cut);
  const cardCut = await subsetFont(bytes, text + CARD_LETTERS[name], {
    targetFormat: 'woff',
    variationAxes: { wght: CARD_WEIGHT },
  });
  writeFileSync(`${cardTarget}${name}.woff`, cardCut);
  process.stdout.write(`${name} ${cut.length} bytes, for cards ${cardCut.length}\n`);
}
