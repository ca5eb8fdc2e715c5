import { UPLOADS } from '../api-addresses.ts';
import { MemoryLocker, Server } from '@tus/server';
import { LARGEST_FILE } from '../content/desk/media.ts';
import { isFull } from './ingest.ts';
import type { MediaStore } from './store.ts';
import { newUploadId, UploadParts } from './upload-parts.ts';

/** The address for uploads. */

// One for all requests of the process: of two that continue the same upload, the second waits.
const locker = new MemoryLocker();

/**
 * Answers a request of the tus protocol (tus.io): an interrupted upload continues where it stopped. The
 * caller has already checked the user and the request's origin.
 */
export async function answerUpload(
  request: Request,
  { store, userId }: { store: MediaStore; userId: number },
): Promise<Response> {
  const server = new Server({
    path: UPLOADS,
    datastore: new UploadParts(store, userId),
    locker,
    maxSize: LARGEST_FILE,
    relativeLocation: true,
    namingFunction: newUploadId,
    // Only our own pages send requests: other origins get no CORS headers.
    allowedOrigins: () => false,
    onResponseError: (_, cause) =>
      isFull(cause) ? { status_code: 507, body: 'There is no room on the disk.\n' } : undefined,
  });
  const answer = await server.handleWeb(request);
  answer.headers.set('cache-control', 'no-store');
  return answer;
}
