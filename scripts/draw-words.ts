/** Draws the logo's letters: satori sets them as outlines, sharp makes them a picture. */
import satori from 'satori';
import sharp from 'sharp';
import { COLOURS, wordmarkParts } from '../components/theme/look.ts';
import { publication } from '../publication.config.ts';
import { cutOfEachTypeface } from './font-cuts.ts';

/** The letters of the publication's name in each typeface; words are set in the first that has the letter. */
const fonts = await cutOfEachTypeface(publication.name);
/** The names of the typefaces, for `fontFamily`. */
export const FAMILIES = fonts.map(({ name }) => name).join(', ');

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
  const [ink, accent] = wordmarkParts(publication.name);
  return box(
    { fontSize: size, letterSpacing: -size / 40 },
    ink,
    box({ color: COLOURS.accent.light }, accent),
  );
}

/** Words as a PNG. */
export async function drawWords(
  element: Box,
  size: { width: number; height: number },
): Promise<Buffer> {
  const svg = await satori(element as Parameters<typeof satori>[0], {
    ...size,
    fonts,
  });
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64 }).toBuffer();
}
