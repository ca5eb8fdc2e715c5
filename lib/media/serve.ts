import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isKnown } from '../page-cache/conditional.ts';
import type { MediaStore } from './store.ts';

/** Serves a file of the store by `request.url`, and calls `missing` if there is none for readers. */
export type MediaHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  missing: () => void,
) => void;

/** Public files: cuts and cards. Originals, with all metadata of the camera, are not public. */
const SHOWN =
  /^\/(?:[0-9a-f]{32}\/(?:\d{1,4}|(?:16x9|4x3|1x1)-\d{3,4}(?:\.\d{1,3}-\d{1,3})?|share-1200(?:\.\d{1,3}-\d{1,3})?)\.(?=avif|webp|jpg)|cards\/[\w-]{1,40}\.(?=png))(avif|webp|jpg|png)$/;
const TYPES = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png' };

/** Permanent in a browser; shared caches revalidate every minute, since a picture may be withdrawn. */
const FOR_EVER = 'public, max-age=31536000, s-maxage=60, immutable';
const FOR_ONE = 'private, max-age=31536000, immutable';

const forOne = new WeakSet<ServerResponse>();

/** Makes a response cacheable by the browser only, not by shared caches. */
export const keepForOne = (response: ServerResponse): void => void forOne.add(response);

const keptAs = (response: ServerResponse) => (forOne.has(response) ? FOR_ONE : FOR_EVER);

/**
 * Serves a store, each file as a stream; a shared cache before the portal keeps a file for a minute. A
 * picture is always sent whole: a Range header may be ignored (RFC 9110, 14.2), and no client needs half of a
 * picture.
 */
export const serveStore =
  (store: MediaStore, onError: (cause: unknown) => void): MediaHandler =>
  (request, response, missing) => {
    answer(store, request, response, missing).catch((cause: unknown) => {
      // A reader who disconnected is not an error of the store.
      if (response.destroyed) return;
      onError(cause);
      if (response.headersSent) response.destroy();
      else response.writeHead(503, { 'cache-control': 'no-store', 'retry-after': '5' }).end();
    });
  };

async function answer(
  store: MediaStore,
  request: IncomingMessage,
  response: ServerResponse,
  missing: () => void,
): Promise<void> {
  const [, format] = SHOWN.exec(request.url ?? '') ?? [];
  const file = format === undefined ? null : await store.open((request.url ?? '').slice(1));
  if (!file) return missing();
  response.setHeader('content-type', TYPES[format as keyof typeof TYPES]);
  response.setHeader('cache-control', keptAs(response));
  response.setHeader('etag', file.etag);
  response.setHeader('last-modified', file.modifiedAt.toUTCString());
  response.setHeader('accept-ranges', 'none');
  if (isKnown(request.headers, { etag: file.etag, modifiedAt: file.modifiedAt.getTime() })) {
    file.stream.destroy();
    return void response.writeHead(304).end();
  }
  response.setHeader('content-length', file.size);
  response.writeHead(200);
  if (request.method === 'HEAD') {
    file.stream.destroy();
    return void response.end();
  }
  await pipeline(file.stream, response);
}
