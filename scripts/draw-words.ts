/** Draws the logo's letters: satori sets them as outlines, sharp makes them a picture. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import satori from 'satori';
import sharp from 'sharp';
import { publication } from '../publication.config.ts';

/** Cut by `scripts/fonts.ts`; words are set in the first that has the letter. */
export const FONTS = ['latin', 'azerbaijani', 'cyrillic', 'armenian'] as const;

const ACCENT = '#b3121d';

const FOLDER = join(import.meta.dirname, 'fonts');
let fonts: { name: string; data: Buffer; weight: 600; style: 'normal' }[] | undefined;
const readFonts = () =>
  (fonts ??= FONTS.map((name) => ({
    name,
    data: readFileSync(join(FOLDER, `${name}.woff`)),
    weight: 600,
    style: 'normal',
  })));

interface Style {
  [property: string]: string | number;
}
interface Box {
  type: 'div';
  props: { style: Style; children: unknown[] };
}
/** An element as satori takes it; it needs no React. */
export const box = (style: Style, ...children: unknown[]): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

/** The publication's name as the masthead has it: what follows its point in the accent. */
export function wordmark(size: number) {
  const [first = '', ...rest] = publication.name.split(/(?=\.)/);
  return box(
    { fontSize: size, letterSpacing: -size / 40 },
    first,
    box({ color: ACCENT }, rest.join('')),
  );
}

/** Words as a PNG. */
export async function drawWords(
  element: Box,
  size: { width: number; height: number },
): Promise<Buffer> {
  const svg = await satori(element as Parameters<typeof satori>[0], {
    ...size,
    fonts: readFonts(),
  });
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64 }).toBuffer();
}
