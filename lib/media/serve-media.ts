import type { IncomingMessage, ServerResponse } from 'node:http';
import { keepForOne } from './serve.ts';
import type { MediaGate } from './media-gate.ts';

/** Serves files of a folder, and calls `missing` if the file does not exist. */
export type FileHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  missing: () => void,
) => void;

export interface MediaOptions {
  gate: Pick<MediaGate, 'judge'>;
  /** Serves `/media/…`, and calls `missing` if the file does not exist. */
  media: FileHandler;
  /**
   * Creates a missing file of the media store, if possible.
   * @returns whether it did
   */
  makeMedia: (path: string) => Promise<boolean>;
}

export const refuseMissing = (response: ServerResponse) =>
  void response.writeHead(404, { 'cache-control': 'no-store' }).end();

/**
 * Serves a file of the media store to those who may get it; a missing file is served after it was created, if
 * possible.
 */
export async function serveMedia(
  { gate, media, makeMedia }: MediaOptions,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const verdict = await gate.judge(request, path.split('?')[0] ?? path);
  if (verdict === 'missing') return refuseMissing(response);
  if (verdict === 'gone')
    return void response.writeHead(410, { 'cache-control': 'no-store' }).end();
  if (verdict === 'one') keepForOne(response);
  return new Promise((resolve, reject) => {
    media(request, response, () => {
      makeMedia(path.split('?')[0] ?? path).then((isMade) => {
        if (isMade) media(request, response, () => refuseMissing(response));
        else refuseMissing(response);
        resolve();
      }, reject);
    });
    // For a file that was found, there is nothing more to do here.
    response.once('close', resolve);
  });
}
