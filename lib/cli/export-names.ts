/** Names that some system keeps for itself, with whatever ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST = 150;

/**
 * Gives each picture of an export a file name that every disk can hold: its own, or else its id. Two that differ
 * in case only are one file to some.
 */
export function exportNames(
  pictures: readonly { id: string; sourceName: string; originalFormat: string }[],
): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, sourceName, originalFormat } of pictures) {
    const plain = sourceName.replace(/[^\w.-]+/g, '-');
    const isFit = /^\w|^-/.test(plain) && plain.length <= LONGEST && !plain.endsWith('.');
    const isFree = !RESERVED.test(plain) && !taken.has(plain.toLowerCase());
    const name = isFit && isFree ? plain : `${id}.${originalFormat}`;
    taken.add(name.toLowerCase());
    names.set(id, name);
  }
  return names;
}
