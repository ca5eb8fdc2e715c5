/**
 * Decodes the bytes of files: by their byte order mark, by their declared encoding, as UTF-8, or by the only
 * encoding that fits.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { analyse } from 'chardet';
import { CodedError } from '../errors.ts';
import { ok, refuse, type Result } from '../result.ts';

export interface DecodedText {
  text: string;
  /** The encoding, if it was detected from the letters, so that an operator can check it. */
  guessed: string | null;
}

/** Bytes at a file's beginning that may hold XML's encoding declaration. */
const DECLARATION = 1024;
/** Minimum confidence of the detection library, of 100. */
const SURE_OF_CYRILLIC = 10;
const SURE_OF_LATIN = 30;
const CYRILLIC = ['windows-1251', 'KOI8-R', 'ISO-8859-5'];
const LATIN = ['windows-1252', 'ISO-8859-1', 'windows-1254', 'ISO-8859-9'];

/**
 * Decodes a whole file; line ends of every system become `\n`.
 * @returns the text, or why it cannot be decoded: letters are never guessed at random
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, string> {
  const marked = byMark(bytes) ?? byNulls(bytes);
  const plain = decoded(bytes, marked ?? 'utf-8');
  if (plain !== null && !plain.includes('\0')) return ok({ text: tidy(plain), guessed: null });
  const guessed = marked === null && plain === null ? guess(bytes) : null;
  const text = guessed && decoded(bytes, guessed);
  if (guessed && text) return ok({ text: tidy(text), guessed });
  return refuse(
    marked || plain !== null
      ? 'it holds bytes that are no text'
      : 'it is not written in UTF-8, and its letters do not show in what else: save it as UTF-8',
  );
}

const tidy = (text: string): string => text.replace(/\r\n?/g, '\n');

/**
 * Decodes a file in pieces: by its byte order mark, by its XML declaration, else as UTF-8.
 * @throws CodedError `file` for an unknown encoding, and for bytes that are invalid in it
 */
export async function* decodedPieces(file: string): AsyncGenerator<string> {
  const head = await beginningOf(file);
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    Buffer.from(head).toString('latin1').replace(/^ï»¿/, ''),
  )?.[1];
  const encoding = byMark(head) ?? declared ?? 'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch (cause) {
    throw new CodedError('file', `${file} is written in ${encoding}, which is not known.`, {
      cause,
    });
  }
  let offset = 0;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 65_536 })) {
      yield decoder.decode(chunk as Uint8Array, { stream: true });
      offset += (chunk as Uint8Array).length;
    }
    yield decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const reason = `${file} is not written in ${encoding}: see the bytes after ${offset}.`;
    throw new CodedError('file', reason, { cause });
  }
}

async function beginningOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(DECLARATION), 0, DECLARATION, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function byMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/**
 * Detects UTF-16 without a byte order mark: every blank and line end has a zero byte, always on the same
 * side.
 */
function byNulls(bytes: Uint8Array): string | null {
  const sides = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) sides[at % 2] = 1;
  const [even, odd] = sides;
  if (even === odd) return null;
  return odd ? 'utf-16le' : 'utf-16be';
}

/** The text, without its byte order mark; null if the bytes are invalid in that encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Detects the encoding. The library counts letters: of a Cyrillic text it gets only the Cyrillic ones, since
 * field names and addresses in Latin letters would mislead it.
 */
function guess(bytes: Uint8Array): string | null {
  const letters =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/[A-Za-z\u0080-\u00ff]+/g) ?? [];
  const foreign = letters.filter((word) => /[\u0080-\u00ff]/.test(word));
  const whole = foreign.filter((word) => !/[A-Za-z]/.test(word));
  const isCyrillic = whole.length * 2 > foreign.length;
  if (!isCyrillic) {
    const [best] = analyse(bytes);
    return best && LATIN.includes(best.name) && best.confidence >= SURE_OF_LATIN ? best.name : null;
  }
  const [best, next] = analyse(Buffer.from(whole.join(' '), 'latin1')).filter(({ name }) =>
    CYRILLIC.includes(name),
  );
  // Latin encodings differ in a few letters only; Cyrillic ones in all of them.
  const isClear =
    best && best.confidence >= SURE_OF_CYRILLIC && best.confidence >= 1.5 * (next?.confidence ?? 0);
  return isClear ? best.name : null;
}
