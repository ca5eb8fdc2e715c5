import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isKnown } from '../page-cache/conditional.ts';
import type { MediaStore } from './store.ts';

/** Answers a file of the store by `request.url`, and calls back when there is none for readers. */
export type MediaHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  missing: () => void,
) => void;

/** What readers are shown: cuts and cards. Originals, with all that a camera wrote into them, are not. */
const SHOWN =
  /^\/(?:[0-9a-f]{32}\/(?:\d{1,4}|(?:16x9|4x3|1x1)-\d{3,4}(?:\.\d{1,3}-\d{1,3})?|share-1200(?:\.\d{1,3}-\d{1,3})?)\.(?=avif|webp|jpg)|cards\/[\w-]{1,40}\.(?=png))(avif|webp|jpg|png)$/;
const TYPES = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png' };

/** For ever in a browser; what stands between asks again every minute, for it may have been taken back. */
const FOR_EVER = 'public, max-age=31536000, s-maxage=60, immutable';
const FOR_ONE = 'private, max-age=31536000, immutable';

const forOne = new WeakSet<ServerResponse>();

/** Has an answer kept by the browser that asks and by nothing between. */
export const keepForOne = (response: ServerResponse): void => void forOne.add(response);

const keptAs = (response: ServerResponse) => (forOne.has(response) ? FOR_ONE : FOR_EVER);

/**
 * Serves a store, a file as a stream; an edge before us keeps what it has for a minute. A picture goes out whole:
 * a range that is asked for may be passed over (RFC 9110, 14.2), and nobody needs half of a picture.
 */
export const serveStore =
  (store: MediaStore, onError: (cause: unknown) => void): MediaHandler =>
  (request, response, missing) => {
    answer(store, request, response, missing).catch((cause: unknown) => {
      // A reader who went away is no fault of the store.
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
