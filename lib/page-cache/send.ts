/** How a finished response is sent to the client. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isKnown } from './conditional.ts';
import { fromBrotli, preferredEncoding } from './encoding.ts';
import type { Page } from './memory/page-memory.ts';

/** The framework's headers that a client needs from a response that is not kept. */
export const PASSED_HEADERS = ['content-type', 'location', 'cache-control', 'x-robots-tag', 'link'];

/**
 * Browsers revalidate each time; an edge cache may reuse a response for a second, and then while it
 * revalidates.
 */
export const CACHE_CONTROL = 'public, max-age=0, s-maxage=1, stale-while-revalidate=30';

/**
 * Sends a cached page in the coding that the client accepts, or 304 where the client already has it.
 * @returns whether a coding was added to the page, which is kept with it
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
  // A missing page has no validators to compare with.
  const isThere = page.status === 200;
  if (isThere) headers['etag'] = page.etag;
  // Last-Modified is never later than the response itself.
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
