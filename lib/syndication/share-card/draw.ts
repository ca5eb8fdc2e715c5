/**
 * Draws a card. Pango, which sharp includes, sets its texts: shaped, and from the side at which their
 * script begins.
 */
import sharp, { type OverlayOptions } from 'sharp';
import { COLOURS, TYPEFACE, wordmarkParts } from '../../../components/theme/look.ts';
import { publication } from '../../../publication.config.ts';
import { CARD_SIZE, type ShareCard } from './card.ts';
import { FAMILY_NAMES, fontsFor } from './fonts.ts';

const PAPER = COLOURS.paper.light;
const INK = COLOURS.ink.light;
const FAINT = COLOURS.ink2.light;
const ACCENT = COLOURS.accent.light;
const MARGIN = 72;
const STRIPE = 16;
const KICKER = 30;
const NAME = 40;
/** Font sizes of the text in pixels; the largest that fits is used. */
const SIZES = [76, 62, 52, 44] as const;
/** Most characters that are tried; a text that does not fit in the smallest size is shortened further. */
const LONGEST = 240;

const WIDTH = CARD_SIZE.width - 2 * MARGIN;
/** Where the text begins, and where it ends, above the name. */
const TOP = STRIPE + MARGIN + 66;
const BOTTOM = CARD_SIZE.height - MARGIN - NAME - 28;

const RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

interface Words {
  picture: Buffer;
  width: number;
  height: number;
  isRightToLeft: boolean;
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');

/**
 * Sets a text in lines of the card's width; a longer word is broken.
 * @returns null for a text without any character that a font has
 */
async function setWords(
  text: string,
  {
    size,
    markup = escaped,
    colour,
  }: { size: number; colour: string; markup?: (text: string) => string },
): Promise<Words | null> {
  const { files, settable } = await fontsFor(text);
  const words = settable.replace(/\s+/g, ' ').trim();
  if (words === '') return null;
  for (const fontfile of files) await register(fontfile);
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}" weight="${TYPEFACE.cardWeight}" line_height="1.18">${markup(words)}</span>`,
      font: `${FAMILY_NAMES} ${size}`,
      width: WIDTH,
      wrap: 'word-char',
      rgba: true,
      dpi: 72,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  const isRightToLeft = RIGHT_TO_LEFT.test(words);
  return { picture: data, width: info.width, height: info.height, isRightToLeft };
}

const registered = new Map<string, Promise<unknown>>();
/** Registers a font with Pango, which loads one with each text and keeps it. */
async function register(fontfile: string): Promise<void> {
  const known = registered.get(fontfile) ?? sharp({ text: { text: '.', fontfile } }).toBuffer();
  registered.set(fontfile, known);
  await known;
}

/** The text in the largest size in which it fits; in the smallest size, as much of it as fits. */
async function fitWords(text: string): Promise<Words | null> {
  let kept = [...text].slice(0, LONGEST).join('');
  for (const size of SIZES) {
    const words = await setWords(kept, { size, colour: INK });
    if (!words || words.height <= BOTTOM - TOP) return words;
  }
  for (;;) {
    const shorter = kept.slice(0, Math.floor(kept.length * 0.85));
    const end = shorter.lastIndexOf(' ');
    kept = end > shorter.length / 2 ? shorter.slice(0, end) : shorter;
    const words = await setWords(`${kept}…`, { size: SIZES[3], colour: INK });
    if (!words || words.height <= BOTTOM - TOP) return words;
  }
}

/** The publication's name as in the masthead: from its point on in the accent colour. */
function wordmark(name: string): string {
  const [ink, accent] = wordmarkParts(name);
  if (accent === '') return escaped(ink);
  return `${escaped(ink)}<span foreground="${ACCENT}">${escaped(accent)}</span>`;
}

/**
 * A card as a PNG of {@link CARD_SIZE}. A character that none of our fonts has is left out; where nothing
 * remains, the card shows the description of the publication.
 */
export async function drawCard(card: ShareCard): Promise<Buffer> {
  const words =
    (await fitWords(card.text)) ?? (await fitWords(publication.descriptions[card.locale]));
  const kicker = await setWords(card.kicker, { size: KICKER, colour: FAINT });
  const name = await setWords(publication.name, { size: NAME, colour: INK, markup: wordmark });
  const at = (set: Words | null, top: number): OverlayOptions[] =>
    set
      ? [
          {
            input: set.picture,
            left: set.isRightToLeft ? CARD_SIZE.width - MARGIN - set.width : MARGIN,
            top,
          },
        ]
      : [];
  const stripe = { ...CARD_SIZE, height: STRIPE, channels: 4 as const, background: ACCENT };
  return sharp({ create: { ...CARD_SIZE, channels: 4, background: PAPER } })
    .composite([
      { input: { create: stripe }, left: 0, top: 0 },
      ...at(kicker, STRIPE + MARGIN),
      ...at(words, kicker ? TOP : STRIPE + MARGIN),
      ...at(name, CARD_SIZE.height - MARGIN - (name?.height ?? 0)),
    ])
    .png({ palette: true, colours: 64 })
    .toBuffer();
}
