import type { Answer, Question } from '../answer.ts';
import { isKnown } from '../page-cache/conditional.ts';
import type { MediaStore } from './store.ts';

/** Public files: cuts and cards. Originals, with all metadata of the camera, are not public. */
const SHOWN =
  /^\/(?:[0-9a-f]{32}\/(?:\d{1,4}|(?:16x9|4x3|1x1)-\d{3,4}(?:\.\d{1,3}-\d{1,3})?|share-1200(?:\.\d{1,3}-\d{1,3})?)\.(?=avif|webp|jpg)|cards\/[\w-]{1,40}\.(?=png))(avif|webp|jpg|png)$/;
const TYPES = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png' };

/** Permanent in a browser; shared caches revalidate every minute, since a picture may be withdrawn. */
const FOR_EVER = 'public, max-age=31536000, s-maxage=60, immutable';
const FOR_ONE = 'private, max-age=31536000, immutable';

/**
 * Answers with a file of the store, as a stream, or with 304. A picture is always sent whole: a Range header
 * may be ignored (RFC 9110, 14.2), and no client needs half of a picture.
 * @param path - from the store's root: `/<image>/<cut>`
 * @param isForOne - whether only the browser may cache it, not shared caches
 * @returns null if there is no such file for readers
 * @throws the error of a store that does not answer
 */
export async function answerFile(
  store: MediaStore,
  question: Question,
  path: string,
  isForOne = false,
): Promise<Answer | null> {
  const [, format] = SHOWN.exec(path) ?? [];
  const file = format === undefined ? null : await store.open(path.slice(1));
  if (!file) return null;
  const headers = {
    'content-type': TYPES[format as keyof typeof TYPES],
    'cache-control': isForOne ? FOR_ONE : FOR_EVER,
    etag: file.etag,
    'last-modified': file.modifiedAt.toUTCString(),
    'accept-ranges': 'none',
  };
  if (isKnown(question.headers, { etag: file.etag, modifiedAt: file.modifiedAt.getTime() })) {
    file.stream.destroy();
    return { status: 304, headers };
  }
  const length = { 'content-length': String(file.size) };
  return { status: 200, headers: { ...headers, ...length }, body: file.stream };
}
