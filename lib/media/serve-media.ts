import type { IncomingMessage, ServerResponse } from 'node:http';
import { keepForOne } from './serve.ts';
import type { MediaGate } from './media-gate.ts';

/** Answers from a folder, and calls back when there is no such file. */
export type FileHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  missing: () => void,
) => void;

export interface MediaOptions {
  gate: Pick<MediaGate, 'judge'>;
  /** Answers `/media/…`, and calls back when there is no such file. */
  media: FileHandler;
  /** Makes a file of the media store that is missing, where it can be made, and says whether it did. */
  makeMedia: (path: string) => Promise<boolean>;
}

export const refuseMissing = (response: ServerResponse) =>
  void response.writeHead(404, { 'cache-control': 'no-store' }).end();

/** A file of the media store for those whom it is for; one that is missing is asked for again when it could be made. */
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
    // Nothing more is to be done here for a file that was found.
    response.once('close', resolve);
  });
}
