/** Detects a file's format from its bytes; its name is ignored. */
import type { UploadRefusal } from '../content/desk/media.ts';

export type OriginalFormat = 'jpg' | 'png' | 'webp' | 'avif' | 'gif';

/** Bytes that are enough to detect the format. */
const HEAD = 1024;

/**
 * Signatures of content that a browser or another program would run or unpack: a file that is a picture and
 * something else as well. None of them occurs in a picture's own bytes unless on purpose.
 */
const FOREIGN = /<script|<!doctype html|<html[\s>]|<\?php|<svg[\s>]|%PDF-1/i;
/** The end record of a ZIP archive is within its last 64 KiB. */
const ZIP_START = 'PK\x03\x04';
const ZIP_END = 'PK\x05\x06';
const ZIP_TAIL = 66_000;

/** @returns the format, or why the file is refused */
export function sniff(bytes: Buffer): OriginalFormat | UploadRefusal {
  const head = bytes.toString('latin1', 0, HEAD);
  const format = formatOf(head);
  if (format === null) return refusalOf(head);
  const text = bytes.toString('latin1');
  if (FOREIGN.test(text)) return 'hidden_content';
  if (text.includes(ZIP_END, text.length - ZIP_TAIL) && text.includes(ZIP_START))
    return 'hidden_content';
  return format;
}

function formatOf(head: string): OriginalFormat | null {
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  // The major brand, or one of the file's compatible brands.
  if (head.slice(4, 8) === 'ftyp' && brandsOf(head).includes('avif')) return 'avif';
  return null;
}

function brandsOf(head: string): string {
  const length = Math.min(HEAD, head.charCodeAt(2) * 256 + head.charCodeAt(3));
  return head.slice(8, length);
}

function refusalOf(head: string): UploadRefusal {
  if (head.slice(4, 8) === 'ftyp' && /hei[cxms]|hev[cx]|mif1|msf1/.test(brandsOf(head)))
    return 'heic';
  if (/<svg[\s>]/i.test(head) || /^\W*<\?xml[^>]*>\s*(<!--[^]*?-->\s*)*<!doctype svg/i.test(head))
    return 'svg';
  return 'no_picture';
}
