import ExifReader from 'exifreader';

/** What a camera or a programme writes when nobody wrote anything. */
const MADE_UP = /^(olympus digital camera|sony dsc|digital camera|samsung csc|dcim\\.*|default)$/i;

/**
 * Reads what a file says of itself by IPTC, XMP and EXIF. It runs in the child process, since it reads what a
 * stranger sent.
 * @returns a function that finds the first of some tags that holds a text, the surest place first; null where
 * none does
 */
export function readTags(bytes: Buffer): (names: readonly string[]) => string | null {
  let groups: Record<string, unknown>[] = [];
  try {
    const found = ExifReader.load(bytes, { expanded: true, async: false });
    groups = [found.iptc, found.xmp, found.exif].filter((group) => group !== undefined) as Record<
      string,
      unknown
    >[];
  } catch {
    // A picture without a word about itself, or with a broken one, is as good a picture.
  }
  return (names) => {
    for (const name of names) {
      const text = groups.map((group) => textOf(group[name])).find((found) => found !== '');
      if (text) return text;
    }
    return null;
  };
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
