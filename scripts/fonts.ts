/**
 * Cuts the serif to the letters that our four languages use and writes `public/fonts/*.woff2`, which are
 * committed: run it again after a change of typeface (`node scripts/fonts.ts`).
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

const require = createRequire(import.meta.url);
const target = fileURLToPath(new URL('../public/fonts/', import.meta.url));
mkdirSync(target, { recursive: true });
for (const { name, family, from, text } of CUTS) {
  const source = require.resolve(
    `@fontsource-variable/${family}/files/${family}-${from}-wght-normal.woff2`,
  );
  const cut = await subsetFont(readFileSync(source), text, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
  });
  if (cut.length > LARGEST_FILE)
    throw new Error(`${name}: ${cut.length} bytes is over a script's share.`);
  writeFileSync(`${target}${name}.woff2`, cut);
  process.stdout.write(`${name} ${cut.length} bytes\n`);
}
