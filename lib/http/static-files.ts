/** Files of the build and of `public`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { nowhere } from '../addresses.ts';
import { isKnown } from '../page-cache/conditional.ts';
import type { PageCache } from '../page-cache/page-cache.ts';
import type { FileHandler } from './door/door-options.ts';

/**
 * Answers 304 where the client already has a file: the file server itself compares a single tag, as text.
 */
function answerKnown(request: IncomingMessage, response: ServerResponse): void {
  const asked = { ...request.headers };
  delete request.headers['if-none-match'];
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, headers?: Record<string, string>) => {
    const { ETag: etag } = headers ?? {};
    const modifiedAt = Date.parse(headers?.['Last-Modified'] ?? '') || null;
    const isSame = status === 200 && etag !== undefined && isKnown(asked, { etag, modifiedAt });
    return writeHead(isSame ? 304 : status, headers);
  }) as typeof response.writeHead;
}

/** A static file. Where there is none, a navigation gets the 404 page, a subresource the bare status. */
export function answerAsset(
  assets: FileHandler,
  pageCache: PageCache,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  answerKnown(request, response);
  return new Promise((resolve, reject) => {
    response.once('close', resolve);
    assets(request, response, () => {
      const { accept = '', 'accept-language': language } = request.headers;
      if (!accept.startsWith('text/html')) {
        return void response.writeHead(404, { 'cache-control': 'no-store' }).end();
      }
      pageCache.answer(request, response, nowhere(language)).catch(reject);
    });
  });
}
