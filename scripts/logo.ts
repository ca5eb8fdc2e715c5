/**
 * Draws `public/logo.png`, which search engines show beside stories, the name as the masthead has it, and its
 * first letter in every size that tabs, phones and bookmarks ask for. They are committed; a newsroom with drawn
 * ones puts its own in their place (`node scripts/logo.ts`).
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { COLOURS, TYPEFACE } from '../components/theme/look.ts';
import { publication } from '../publication.config.ts';
import { box, drawWords, FAMILIES, wordmark } from './draw-words.ts';

function write(name: string, bytes: Buffer): void {
  writeFileSync(fileURLToPath(new URL(`../public/${name}`, import.meta.url)), bytes);
  process.stdout.write(`${name}: ${bytes.length} bytes\n`);
}

const { width, height, path } = publication.logo;
/** A letter of the serif is about half as wide as it is high. */
const size = Math.floor((width * 1.55) / publication.name.length);

const drawn = await drawWords(
  box(
    {
      width,
      height,
      alignItems: 'center',
      justifyContent: 'center',
      backgroundColor: COLOURS.paper.light,
      color: COLOURS.ink.light,
      fontFamily: FAMILIES,
      fontWeight: TYPEFACE.cardWeight,
    },
    wordmark(size),
  ),
  { width, height },
);
write(path.slice(1), drawn);

/**
 * The first letter on a dark ground.
 * @param pixels - a side of the picture
 * @param part - of the side that the letter's line takes
 */
const drawLetter = (pixels: number, part: number): Promise<Buffer> =>
  drawWords(
    box(
      {
        width: pixels,
        height: pixels,
        alignItems: 'center',
        justifyContent: 'center',
        backgroundColor: COLOURS.ink.light,
        color: COLOURS.paper.light,
        fontFamily: FAMILIES,
        fontWeight: TYPEFACE.cardWeight,
        fontSize: pixels * part,
        lineHeight: 1,
      },
      publication.name.slice(0, 1),
    ),
    { width: pixels, height: pixels },
  );

/** Pictures in one file (ICO), each as PNG: what a tab, a bookmark and a task bar ask for. */
function icoOf(pictures: readonly { pixels: number; png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ pixels, png }, index) => {
    const entry = 6 + 16 * index;
    head.writeUInt8(pixels, entry);
    head.writeUInt8(pixels, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** The letter drawn larger than a tab shows it; what a phone may cut to a shape keeps it well inside. */
const FULL = 0.8;
const CUT = 0.55;
const ICONS = [
  ['icon.png', 96, FULL],
  ['icon-192.png', 192, FULL],
  ['icon-512.png', 512, FULL],
  ['icon-maskable.png', 512, CUT],
  ['apple-touch-icon.png', 180, 0.7],
] as const;
for (const [name, pixels, part] of ICONS) write(name, await drawLetter(pixels, part));
const small = [32, 48].map(async (pixels) => ({ pixels, png: await drawLetter(pixels, FULL) }));
write('favicon.ico', icoOf(await Promise.all(small)));
