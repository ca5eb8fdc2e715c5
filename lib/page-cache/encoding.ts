import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, brotliDecompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import type { Encoding, Page } from './memory/page-memory.ts';

const compressBrotli = promisify(brotliCompress);
const decompressBrotli = promisify(brotliDecompress);
const compressGzip = promisify(gzip);

/**
 * Brotli 5 compresses a page to fewer bytes than gzip 9, in less than a millisecond; Brotli 9 takes 14 ms,
 * and saves one byte in a hundred.
 */
const PAGE_QUALITY = 5;
/** A third of the work, for an eighth more bytes: used until a second reader requests the page. */
export const LOOSE_QUALITY = 3;
/**
 * Bits of the window, into which a page fits completely or nearly: a larger one only costs memory that has
 * to be cleared.
 */
const WINDOW = 16;
const GZIP_LEVEL = 7;
const HURRIED_BROTLI = 3;
const HURRIED_GZIP = 4;

/** The codings of a page; of those that a client likes equally, the first is sent. */
const PAGE_CODINGS = ['br', 'gzip', 'identity'] as const satisfies readonly Encoding[];

/** Choices by header: clients send a few different ones, and weighing one takes two microseconds. */
const choices = new LRUCache<string, Encoding>({ max: 100 });

/**
 * The coding in which a client gets a page.
 * @param accepted - the Accept-Encoding header
 * @returns `identity` also where the client refuses every coding
 */
export function preferredEncoding(accepted: string | undefined): Encoding {
  const header = accepted ?? '';
  const known = choices.get(header);
  if (known) return known;
  const choice = choose(header, PAGE_CODINGS);
  choices.set(header, choice);
  return choice;
}

/**
 * Whether a client prefers gzip to no compression.
 * @param accepted - the Accept-Encoding header
 */
export const prefersGzip = (accepted: string | undefined): boolean =>
  choose(accepted ?? '', ['gzip', 'identity']) === 'gzip';

/** Weighs the codings that are offered (RFC 9110, 12.5.3). */
function choose(header: string, offered: readonly Encoding[]): Encoding {
  const client = new Negotiator({ headers: { 'accept-encoding': header } });
  return client.encodings(offered, { preferred: offered })[0] ?? 'identity';
}

/**
 * Compresses the bytes of a new page. Passing them to another thread would cost half as much again as
 * compressing.
 * @param quality - {@link LOOSE_QUALITY} for content that is probably never requested
 */
export function toBrotli(bytes: Buffer, quality = PAGE_QUALITY): Buffer {
  const packed = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: WINDOW,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  });
  return exactly(packed);
}

/** Converts the Brotli bytes of a page to another coding. */
export async function fromBrotli(packed: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return packed;
  const bytes = await decompressBrotli(packed);
  return exactly(encoding === 'gzip' ? await compressGzip(bytes, { level: GZIP_LEVEL }) : bytes);
}

/** Compresses a page again at full quality, because it is now requested. */
export async function tighten(page: Page): Promise<void> {
  page.isLoose = false;
  const bytes = await decompressBrotli(page.encoded.get('br') as Buffer);
  page.encoded.set('br', toBrotli(bytes));
}

/** Compresses bytes that are sent only once, at a fast level. */
export async function encode(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return bytes;
  if (encoding === 'gzip') return compressGzip(bytes, { level: HURRIED_GZIP });
  return compressBrotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: HURRIED_BROTLI },
  });
}

/**
 * A copy without the surrounding buffer: zlib returns a slice of a larger buffer, which would be kept
 * completely.
 */
function exactly(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.byteLength);
  bytes.copy(copy);
  return copy;
}
