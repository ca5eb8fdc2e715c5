/** Draws a card: satori sets the words as outlines, sharp makes them a picture. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import satori from 'satori';
import sharp from 'sharp';
import { publication } from '../../../publication.config.ts';
import { CARD_SIZE, type ShareCard } from './card.ts';

/** Cut by `scripts/fonts.ts`; the words of a card are set in the first that has the letter. */
export const CARD_FONTS = ['latin', 'azerbaijani', 'cyrillic', 'armenian'] as const;

const PAPER = '#fffdf9';
const INK = '#16130f';
const FAINT = '#57524a';
const ACCENT = '#b3121d';
const MARGIN = 72;

/** Letters up to which a text is set in a size, in pixels: so that Armenian, the widest, keeps clear of the name. */
const SIZES = [
  { letters: 45, size: 76 },
  { letters: 80, size: 62 },
  { letters: 130, size: 52 },
] as const;
const SMALLEST = 44;
const LONGEST = 200;

/** From where the portal was started: a bundle that draws stands elsewhere than this file. */
const FONTS = join(process.cwd(), 'lib/syndication/share-card/fonts');
let fonts: { name: string; data: Buffer; weight: 600; style: 'normal' }[] | undefined;
const readFonts = () =>
  (fonts ??= CARD_FONTS.map((name) => ({
    name,
    data: readFileSync(join(FONTS, `${name}.woff`)),
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

/** A text as a card sets it: the Armenian point that many keyboards make is not in the font, its twin is. */
function settable(text: string): string {
  const told = text.replaceAll('\u2024', '.');
  if (told.length <= LONGEST) return told;
  const kept = told.slice(0, LONGEST);
  return `${kept.slice(0, kept.lastIndexOf(' '))}…`;
}

/** The publication's name as the masthead has it: what follows its point in the accent. */
export function wordmark(size: number) {
  const [first = '', ...rest] = publication.name.split(/(?=\.)/);
  return box(
    { fontSize: size, letterSpacing: -size / 40 },
    first,
    box({ color: ACCENT }, rest.join('')),
  );
}

/**
 * Any words of ours as a PNG.
 * @param onMissing - told each piece of text that no font of ours has letters for; it is left out
 * @param without - a font to do without: how tests see that its letters would be missed
 */
export async function drawWords(
  element: Box,
  size: { width: number; height: number },
  onMissing: (text: string) => void = () => {},
  without?: (typeof CARD_FONTS)[number],
): Promise<Buffer> {
  const svg = await satori(element as Parameters<typeof satori>[0], {
    ...size,
    fonts: readFonts().filter(({ name }) => name !== without),
    loadAdditionalAsset: (_code, text) => {
      onMissing(text);
      return Promise.resolve([]);
    },
  });
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64 }).toBuffer();
}

/** A card as a PNG of {@link CARD_SIZE}. Arguments as in {@link drawWords}. */
export function drawCard(card: ShareCard, onMissing?: (text: string) => void): Promise<Buffer> {
  const text = settable(card.text);
  const size = SIZES.find(({ letters }) => text.length <= letters)?.size ?? SMALLEST;
  const page = box(
    {
      ...CARD_SIZE,
      boxSizing: 'border-box',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: MARGIN,
      backgroundColor: PAPER,
      color: INK,
      fontFamily: CARD_FONTS.join(', '),
      fontWeight: 600,
      borderTop: `16px solid ${ACCENT}`,
    },
    box(
      { flexDirection: 'column' },
      box({ fontSize: 30, color: FAINT, marginBottom: 24 }, settable(card.kicker)),
      box({ fontSize: size, lineHeight: 1.18 }, text),
    ),
    wordmark(40),
  );
  return drawWords(page, CARD_SIZE, onMissing);
}
