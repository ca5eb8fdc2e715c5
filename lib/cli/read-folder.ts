import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { CodedError } from '../errors.ts';

/**
 * The Markdown files of a folder and of those in it, by name.
 * @throws CodedError `folder` where there is no folder that may be read
 */
export async function markdownFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort();
  } catch (cause) {
    throw new CodedError('folder', `The folder ${folder} cannot be read (${codeOf(cause)}).`, {
      cause,
    });
  }
}

/**
 * Reads and checks a YAML file of the folder; an empty record where there is none.
 * @throws CodedError `file` with the first fault
 */
export async function readYaml<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  let text = '';
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause;
  }
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

/** Where pictures may be named: in the front matter and in the Markdown; a superset is harmless. */
const NAMED_PICTURE = /!\[[^\]]*\]\(\s*<?([^)\s>]+)|\bsrc:\s*["']?([^"',}\n]+)/g;

/** A hash of a file and of every picture that it may name, which tells whether to read it again. */
export async function hashWithPictures(folder: string, text: string): Promise<string> {
  const hash = createHash('sha256').update(text);
  for (const match of text.matchAll(NAMED_PICTURE)) {
    const path = await pictureInFolder(folder, (match[1] ?? match[2] ?? '').trim());
    if (path) hash.update(await readFile(path));
  }
  return hash.digest('base64url');
}

/**
 * The file that a picture's address names, if it lies in the folder: no way leads out, by `..` or by link.
 * @returns an absolute path, or null
 */
export async function pictureInFolder(folder: string, src: string): Promise<string | null> {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src) || src.includes('\0')) return null;
  try {
    const root = await realpath(folder);
    const path = await realpath(resolve(root, decodeURI(src)));
    return path.startsWith(root + sep) && (await stat(path)).isFile() ? path : null;
  } catch {
    return null;
  }
}

export const codeOf = (cause: unknown): string =>
  (cause as NodeJS.ErrnoException | undefined)?.code ?? 'unknown';
