import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { CodedError } from '../errors.ts';
import { decodeText } from './decode-text.ts';

/**
 * The Markdown files of a folder and its subfolders, sorted by name.
 * @throws CodedError `folder` if the folder does not exist or cannot be read
 */
export async function markdownFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /\.(md|markdown)$/i.test(entry.name))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((file) => !/(^|\/)\.|(^|\/)node_modules\//.test(file))
      .sort();
  } catch (cause) {
    throw new CodedError('folder', `The folder ${folder} cannot be read (${codeOf(cause)}).`, {
      cause,
    });
  }
}

/**
 * Reads and validates a YAML file of the folder; an empty record if it does not exist.
 * @throws CodedError `file` with the first fault
 */
export async function readYaml<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    if (codeOf(cause) !== 'ENOENT') throw cause;
    return new Uint8Array();
  });
  const read = decodeText(bytes);
  if (!read.ok) throw new CodedError('file', `${path} cannot be read: ${read.refusal}.`);
  const { text } = read.value;
  let content: unknown;
  try {
    content = parse(text) ?? {};
  } catch (cause) {
    throw new CodedError('file', `${path} is not YAML: ${String(cause).split('\n')[0]}`, { cause });
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CodedError('file', `${path}: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** The folders in which pictures are searched. */
export interface PicturePlace {
  folder: string;
  /** The file that refers to them, in the folder: pictures beside it have priority. */
  file: string;
  /** Another folder of pictures: Hugo's `static`, Jekyll's `assets`. */
  media: string | null;
}

/** The beginning of a link or picture, and a field that names one; false matches are harmless. */
const NAMED_PICTURE = /\]\(\s*<?([^)\s>]+)|\bsrc\s*[:=]\s*["']?([^"',}\n]+)/g;
const PICTURE_FILE = /\.(jpe?g|png|webp|avif|gif|tiff?)$/i;

/**
 * A hash of a file and of every picture that it may refer to: if it is unchanged, the file is not read again.
 */
export async function hashWithPictures(place: PicturePlace, text: string): Promise<string> {
  const hash = createHash('sha256').update(text);
  const linked = [...text.matchAll(NAMED_PICTURE)].map((match) => match[1] ?? match[2] ?? '');
  const words = text.split(/[\s"'()<>[\]{},=]+/).filter((word) => PICTURE_FILE.test(word));
  for (const src of new Set([...linked.map((one) => one.trim()), ...words])) {
    const path = await findPicture(place, src);
    if (path) hash.update(await readFile(path));
  }
  return hash.digest('base64url');
}

/**
 * Finds a picture's file: beside the file that refers to it, in the folder, in a site's usual folders for
 * pictures, or in the other folder.
 * @param src - the picture's address in the text
 * @returns an absolute path, or null
 */
export async function findPicture(
  { folder, file, media }: PicturePlace,
  src: string,
): Promise<string | null> {
  const fromRoot = src.replace(/^\/+/, '');
  const near = src.startsWith('/') ? [] : [join(dirname(file), src)];
  for (const way of [...near, fromRoot, `static/${fromRoot}`, `assets/${fromRoot}`]) {
    const path = await pictureInFolder(folder, way);
    if (path) return path;
  }
  return media === null ? null : pictureInFolder(media, fromRoot);
}

/**
 * The file at a picture's address, if it is inside the folder: neither `..` nor a symbolic link can leave it.
 * @returns an absolute path, or null
 */
export async function pictureInFolder(folder: string, src: string): Promise<string | null> {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src) || src.includes('\0')) return null;
  for (const spelling of spellingsOf(src)) {
    try {
      const root = await realpath(folder);
      const path = await realpath(resolve(root, spelling));
      if (path.startsWith(root + sep) && (await stat(path)).isFile()) return path;
    } catch {
      // No file has this name.
    }
  }
  return null;
}

/**
 * The possible spellings of a file's name: as it is, escaped, with a query; macOS decomposes letters with
 * accents.
 */
function spellingsOf(src: string): Set<string> {
  const plain = src.replace(/[?#].*$/, '');
  const decoded = [src, plain].flatMap((one) => {
    try {
      return [decodeURI(one), decodeURIComponent(one)];
    } catch {
      return [];
    }
  });
  return new Set(
    [src, ...decoded, plain].flatMap((one) => [one, one.normalize('NFC'), one.normalize('NFD')]),
  );
}

/** The code of a system error; `unknown` for any other. */
export const codeOf = (cause: unknown): string =>
  (cause as NodeJS.ErrnoException | undefined)?.code ?? 'unknown';
