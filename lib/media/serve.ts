import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import sirv from 'sirv';
import type { MediaStore, Range } from './store.ts';

/** Answers a file of the store by `request.url`, and calls back when there is none for readers. */
export type MediaHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  missing: () => void,
) => void;

/** What readers are shown: cuts and cards. Originals, with all that a camera wrote into them, are not. */
const SHOWN =
  /^\/(?:[0-9a-f]{32}\/(?:\d{1,4}|(?:16x9|4x3|1x1)-\d{3,4}(?:\.\d{1,3}-\d{1,3})?|share-1200(?:\.\d{1,3}-\d{1,3})?)\.(avif|webp|jpg)|cards\/[\w-]{1,40}\.(png))$/;
const TYPES = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png' };

const FOR_EVER = 'public, max-age=31536000, immutable';

const shown =
  (handler: MediaHandler): MediaHandler =>
  (request, response, missing) =>
    SHOWN.test(request.url ?? '') ? handler(request, response, missing) : missing();

/** Serves the folder of a disk store. */
export const serveFolder = (folder: string): MediaHandler =>
  shown(
    sirv(folder, {
      // Pictures that come while we serve are there at once.
      dev: true,
      etag: true,
      setHeaders: (response) => response.setHeader('cache-control', FOR_EVER),
    }),
  );

/** Serves any store, a file as a stream; an edge before us keeps what it has for ever. */
export const serveStore = (store: MediaStore, onError: (cause: unknown) => void): MediaHandler =>
  shown((request, response, missing) => {
    answer(store, request, response, missing).catch((cause: unknown) => {
      // A reader who went away is no fault of the store.
      if (response.destroyed) return;
      onError(cause);
      if (response.headersSent) response.destroy();
      else response.writeHead(503, { 'cache-control': 'no-store', 'retry-after': '5' }).end();
    });
  });

async function answer(
  store: MediaStore,
  request: IncomingMessage,
  response: ServerResponse,
  missing: () => void,
): Promise<void> {
  const path = (request.url ?? '').slice(1);
  const range = rangeOf(request.headers.range);
  const file = await store.open(path, range ?? undefined).catch((cause: unknown) => {
    // A range that begins behind the end is a fault of who asked: the file is answered whole.
    if (range === null) throw cause;
    return store.open(path);
  });
  if (!file) return missing();
  const end = Math.min(range?.end ?? Infinity, file.size - 1);
  const isPart = range !== null && range.start <= end;
  const type =
    TYPES[
      (SHOWN.exec(request.url ?? '')
        ?.slice(1)
        .find(Boolean) ?? 'jpg') as 'jpg'
    ];
  response.setHeader('content-type', type);
  response.setHeader('cache-control', FOR_EVER);
  response.setHeader('etag', file.etag);
  response.setHeader('last-modified', file.modifiedAt.toUTCString());
  response.setHeader('accept-ranges', 'bytes');
  if (request.headers['if-none-match'] === file.etag) {
    file.stream.destroy();
    return void response.writeHead(304).end();
  }
  if (isPart) response.setHeader('content-range', `bytes ${range.start}-${end}/${file.size}`);
  response.setHeader('content-length', isPart ? end - range.start + 1 : file.size);
  response.writeHead(isPart ? 206 : 200);
  if (request.method === 'HEAD') {
    file.stream.destroy();
    return void response.end();
  }
  await pipeline(file.stream, response);
}

/** A range of one part that begins somewhere; every other form is answered with the whole file. */
function rangeOf(header: string | undefined): Range | null {
  const [, start, end] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(header ?? '') ?? [];
  if (start === undefined) return null;
  const range = { start: Number(start), end: end ? Number(end) : Number.MAX_SAFE_INTEGER };
  return range.start <= range.end ? range : null;
}
