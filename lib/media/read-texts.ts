import ExifReader from 'exifreader';
import type { SuggestedTexts } from '../content/media.ts';

/** Where the trade writes what is in a picture and whose it is, the surest place first. */
const PLACES = {
  alt: ['AltTextAccessibility'],
  caption: ['Caption/Abstract', 'description', 'ImageDescription'],
  credit: ['Credit', 'By-line', 'creator', 'Artist', 'Copyright Notice', 'rights', 'Copyright'],
} satisfies Record<keyof SuggestedTexts, string[]>;
const LONGEST = { alt: 1000, caption: 2000, credit: 500 } as const;

/** What a camera or a programme writes when nobody wrote anything. */
const MADE_UP = /^(olympus digital camera|sony dsc|digital camera|samsung csc|dcim\\.*|default)$/i;

/**
 * What a file says of itself by IPTC, XMP and EXIF, to be offered to whoever uploads it. It runs in the child
 * process, since it reads what a stranger sent.
 * @returns null where it says nothing
 */
export function readTexts(bytes: Buffer): SuggestedTexts | null {
  const found: SuggestedTexts = {};
  try {
    const groups = ExifReader.load(bytes, { expanded: true, async: false });
    for (const [field, places] of Object.entries(PLACES) as [keyof typeof PLACES, string[]][]) {
      for (const place of places) {
        const text = [groups.iptc, groups.xmp, groups.exif]
          .map((group) => textOf((group as Record<string, unknown> | undefined)?.[place]))
          .find((candidate) => candidate !== '');
        if (!text) continue;
        found[field] = text.slice(0, LONGEST[field]);
        break;
      }
    }
  } catch {
    // A picture without a word about itself, or with a broken one, is as good a picture.
  }
  return Object.keys(found).length > 0 ? found : null;
}

function textOf(tag: unknown): string {
  const description = (tag as { description?: unknown } | undefined)?.description;
  if (typeof description !== 'string') return '';
  const text = description
    .replace(/[\x00-\x1f\x7f\ufffd]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return MADE_UP.test(text) ? '' : text;
}
