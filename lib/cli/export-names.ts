/** File names that an operating system reserves, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST = 150;

/**
 * Gives each picture of an export a file name that is valid on every file system: its own name, or else its
 * id. Names that differ only in case are the same file on some systems.
 * @returns the file names by picture id
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
