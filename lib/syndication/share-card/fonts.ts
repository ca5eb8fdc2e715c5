/**
 * The fonts of a card: Noto, which npm packages split into slices of a script or a part of one. A slice is
 * unpacked for Pango when a text first needs it: all of them together would be 40 MB.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { decompress } from 'wawoff2';
import { charactersOf } from './characters.ts';

/**
 * Resolved from the folder in which the portal was started: a bundle with this code is not where this file
 * is.
 */
const require = createRequire(join(process.cwd(), 'package.json'));

/** Packages and the names of their fonts; a character is set in the first font that has it. */
const FAMILIES = [
  ['@fontsource-variable/noto-serif', 'Noto Serif'],
  ['@fontsource-variable/noto-serif-armenian', 'Noto Serif Armenian'],
  ['@fontsource-variable/noto-serif-georgian', 'Noto Serif Georgian'],
  ['@fontsource-variable/noto-serif-hebrew', 'Noto Serif Hebrew'],
  ['@fontsource-variable/noto-naskh-arabic', 'Noto Naskh Arabic'],
  ['@fontsource-variable/noto-serif-devanagari', 'Noto Serif Devanagari'],
  ['@fontsource-variable/noto-serif-bengali', 'Noto Serif Bengali'],
  ['@fontsource-variable/noto-serif-tamil', 'Noto Serif Tamil'],
  ['@fontsource-variable/noto-serif-telugu', 'Noto Serif Telugu'],
  ['@fontsource-variable/noto-serif-thai', 'Noto Serif Thai'],
  ['@fontsource-variable/noto-serif-khmer', 'Noto Serif Khmer'],
  ['@fontsource-variable/noto-serif-ethiopic', 'Noto Serif Ethiopic'],
  ['@fontsource-variable/noto-serif-gujarati', 'Noto Serif Gujarati'],
  ['@fontsource-variable/noto-serif-gurmukhi', 'Noto Serif Gurmukhi'],
  ['@fontsource-variable/noto-serif-kannada', 'Noto Serif Kannada'],
  ['@fontsource-variable/noto-serif-malayalam', 'Noto Serif Malayalam'],
  ['@fontsource-variable/noto-serif-oriya', 'Noto Serif Oriya'],
  ['@fontsource-variable/noto-serif-sinhala', 'Noto Serif Sinhala'],
  ['@fontsource-variable/noto-serif-lao', 'Noto Serif Lao'],
  ['@fontsource-variable/noto-serif-tibetan', 'Noto Serif Tibetan'],
  ['@fontsource/noto-sans-myanmar', 'Noto Sans Myanmar'],
  ['@fontsource-variable/noto-sans-javanese', 'Noto Sans Javanese'],
  ['@fontsource/noto-sans-mongolian', 'Noto Sans Mongolian'],
  ['@fontsource-variable/noto-sans-syriac', 'Noto Sans Syriac'],
  ['@fontsource-variable/noto-sans-thaana', 'Noto Sans Thaana'],
  ['@fontsource-variable/noto-sans-adlam', 'Noto Sans Adlam'],
  ['@fontsource/noto-sans-nko', 'Noto Sans NKo'],
  ['@fontsource/noto-sans-tifinagh', 'Noto Sans Tifinagh'],
  ['@fontsource-variable/noto-sans-cherokee', 'Noto Sans Cherokee'],
  ['@fontsource-variable/noto-sans-canadian-aboriginal', 'Noto Sans Canadian Aboriginal'],
  ['@fontsource-variable/noto-sans-sc', 'Noto Sans SC'],
  ['@fontsource-variable/noto-sans-kr', 'Noto Sans KR'],
  ['@fontsource/noto-sans-math', 'Noto Sans Math'],
  ['@fontsource-variable/noto-sans-symbols', 'Noto Sans Symbols'],
  ['@fontsource/noto-sans-symbols-2', 'Noto Sans Symbols 2'],
  ['@fontsource-variable/noto-emoji', 'Noto Emoji'],
] as const;

/** The names in the order in which Pango tries them. */
export const FAMILY_NAMES = FAMILIES.map(([, name]) => name).join(', ');

interface Slice {
  path: string;
  ranges: readonly (readonly [number, number])[];
}
interface Font {
  /** The unpacked file, for `fontfile`. */
  file: string;
  characters: ReadonlySet<number>;
}

let slices: Slice[] | undefined;
const unpacked = new Map<string, Promise<Font>>();
let folder: string | undefined;

/** Every slice of every package, in the order of the families. */
function readSlices(): Slice[] {
  return FAMILIES.flatMap(([name]) => {
    const home = dirname(require.resolve(`${name}/package.json`));
    const unicode = JSON.parse(readFileSync(join(home, 'unicode.json'), 'utf8')) as object;
    const end = name.includes('variable') ? 'wght-normal' : '400-normal';
    return Object.entries(unicode).map(([slice, ranges]: [string, string]) => ({
      path: join(
        home,
        'files',
        `${name.split('/')[1]}-${slice.replace(/[[\]]/g, '')}-${end}.woff2`,
      ),
      ranges: ranges.split(',').map((range) => {
        const [first = 0, last = first] = range
          .replace('U+', '')
          .split('-')
          .map((code) => Number.parseInt(code, 16));
        return [first, last] as const;
      }),
    }));
  });
}

async function unpack(path: string): Promise<Font> {
  if (folder === undefined) {
    const made = (folder = mkdtempSync(join(tmpdir(), 'caliber-fonts-')));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  }
  const bytes = Buffer.from(await decompress(readFileSync(path)));
  const file = join(folder, `${unpacked.size}-${Date.now()}.ttf`);
  writeFileSync(file, bytes);
  return { file, characters: charactersOf(bytes) };
}

/**
 * The fonts that a text needs.
 * @returns their files, and the text without the characters that none of them has
 */
export async function fontsFor(text: string): Promise<{ files: string[]; settable: string }> {
  slices ??= readSlices();
  const files = new Set<string>();
  const known = new Set<number>();
  for (const letter of new Set(text)) {
    const code = letter.codePointAt(0) ?? 0;
    for (const { path, ranges } of slices) {
      if (!ranges.some(([first, last]) => first <= code && code <= last)) continue;
      const font = unpacked.get(path) ?? unpack(path);
      unpacked.set(path, font);
      const { file, characters } = await font;
      if (!characters.has(code)) continue;
      known.add(code);
      files.add(file);
      break;
    }
  }
  // Characters that join letters or set their direction have no shape of their own.
  const isSettable = (letter: string) =>
    known.has(letter.codePointAt(0) ?? 0) || /[\s\u200c-\u200f]/u.test(letter);
  return { files: [...files], settable: [...text].filter(isSettable).join('') };
}
