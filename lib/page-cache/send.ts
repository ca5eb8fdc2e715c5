/** How a finished answer goes out to the reader who asked. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isKnown } from './conditional.ts';
import { fromBrotli, preferredEncoding } from './encoding.ts';
import type { Page } from './page-memory.ts';

/** Headers of an answer that was not kept which a reader still needs. */
export const PASSED_HEADERS = ['content-type', 'location', 'cache-control', 'x-robots-tag', 'link'];

/** Browsers ask each time whether it is still true; an edge may answer for a second, and then while it asks. */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=1, stale-while-revalidate=30';

/**
 * Sends a kept page in the coding that the reader takes, or says that the reader has it already.
 * @returns whether the page was given a further coding, which is kept with it
 */
export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
): Promise<boolean> {
  const encoding = preferredEncoding(request.headers['accept-encoding']?.toString());
  const headers: Record<string, string | number> = {
    'content-type': page.contentType,
    'cache-control': CACHE_CONTROL,
    vary: 'accept-encoding',
    'accept-ranges': 'none',
    ...page.headers,
  };
  // A page that is not there is nothing to be compared with.
  const isThere = page.status === 200;
  if (isThere) headers['etag'] = page.etag;
  // Never later than the answer itself.
  if (isThere && page.modifiedAt !== null)
    headers['last-modified'] = new Date(Math.min(page.modifiedAt, Date.now())).toUTCString();
  if (isThere && isKnown(request.headers, page)) {
    response.writeHead(304, headers).end();
    return false;
  }
  const kept = page.encoded.get(encoding);
  const bytes = kept ?? (await fromBrotli(page.encoded.get('br') as Buffer, encoding));
  if (!kept) page.encoded.set(encoding, bytes);
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  headers['content-length'] = bytes.byteLength;
  response.writeHead(page.status, headers).end(request.method === 'HEAD' ? undefined : bytes);
  return !kept;
}
