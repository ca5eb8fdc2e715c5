/**
 * The code points of a font's characters, read from its `cmap` table (OpenType, formats 4 and 12).
 * @param font - the uncompressed file
 * @returns an empty set for a font without that table
 */
export function charactersOf(font: Buffer): Set<number> {
  const found = new Set<number>();
  const cmap = tableOf(font, 'cmap');
  if (cmap === null) return found;
  for (let record = 0; record < font.readUInt16BE(cmap + 2); record++) {
    const start = cmap + font.readUInt32BE(cmap + 4 + record * 8 + 4);
    const format = font.readUInt16BE(start);
    if (format === 4) readFormat4(font, start, found);
    else if (format === 12) readFormat12(font, start, found);
  }
  return found;
}

function tableOf(font: Buffer, tag: string): number | null {
  for (let table = 0; table < font.readUInt16BE(4); table++) {
    const record = 12 + table * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  return null;
}

/**
 * Segments of the first plane; a character of a segment may be glyph 0, which means that the font lacks it.
 */
function readFormat4(font: Buffer, start: number, found: Set<number>): void {
  const length = font.readUInt16BE(start + 6);
  const ends = start + 14;
  const starts = ends + length + 2;
  for (let at = 0; at < length; at += 2) {
    const first = font.readUInt16BE(starts + at);
    const last = font.readUInt16BE(ends + at);
    const delta = font.readUInt16BE(starts + length + at);
    const offsetAt = starts + 2 * length + at;
    const offset = font.readUInt16BE(offsetAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = offset === 0 ? code : font.readUInt16BE(offsetAt + offset + 2 * (code - first));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) found.add(code);
    }
  }
}

function readFormat12(font: Buffer, start: number, found: Set<number>): void {
  for (let group = 0; group < font.readUInt32BE(start + 12); group++) {
    const record = start + 16 + group * 12;
    const last = font.readUInt32BE(record + 4);
    for (let code = font.readUInt32BE(record); code <= last; code++) found.add(code);
  }
}
