import ExifReader from 'exifreader';

/** Texts that a camera or a program writes by default, when no person wrote any. */
const MADE_UP = /^(olympus digital camera|sony dsc|digital camera|samsung csc|dcim\\.*|default)$/i;

/**
 * Reads a file's metadata from IPTC, XMP and EXIF. It runs in the child process, since the file comes from a
 * stranger.
 * @returns a function that returns the text of the first of the given tags that has one, the most reliable
 *   first; null if none has
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
    // Missing or broken metadata does not matter for the picture.
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
