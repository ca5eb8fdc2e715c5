import { NEWSROOM_API } from '@/lib/api-addresses';
import type {
  LibraryPicture,
  MediaPage,
  MediaQuery,
  PictureUse,
  UploadedPicture,
  UploadRefusal,
} from '@/lib/content/desk/media';
import type { SendRefusal } from '@/lib/content/desk/refusals';
import { send, SendError } from '../send';

/** Why an upload failed, as a key of the messages; a `stopped` upload resumes automatically. */
export type UploadFault = UploadRefusal | 'signed_out' | 'stopped';

/** @throws Error on a network error or a response other than 2xx */
async function read<Answer>(path: string): Promise<Answer> {
  const response = await fetch(NEWSROOM_API + path);
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as Answer;
}

/**
 * Reads one page of the library.
 * @param after - cursor of the page; undefined for the first
 * @throws Error on a network error or a response other than 2xx
 */
export function readLibrary(
  query: Partial<MediaQuery>,
  after: string | undefined,
): Promise<MediaPage> {
  const asked = new URLSearchParams(
    Object.entries({ ...query, after }).filter((entry): entry is [string, string] => !!entry[1]),
  );
  return read(`media?${asked.toString()}`);
}

/**
 * Reads one picture and where it is used.
 * @throws Error on a network error or a response other than 2xx
 */
export const readPicture = (imageId: string) =>
  read<{ picture: LibraryPicture; uses: PictureUse[]; hidden: number }>(`media/${imageId}`);

/** The refusals after which an upload is resumed. */
const STOPS: readonly SendRefusal[] = ['offline', 'unavailable', 'failed'];

/**
 * Creates a library picture from a complete upload.
 * @param upload - id of the upload
 * @returns `stopped` on a network error or a server error (5xx)
 */
export async function finishUpload(upload: string): Promise<UploadedPicture | UploadFault> {
  try {
    return await send('new/media', null, { upload });
  } catch (cause) {
    if (!(cause instanceof SendError)) throw cause;
    if (STOPS.includes(cause.code)) return 'stopped';
    return cause.code === 'signed_out' ? 'signed_out' : (cause.why ?? 'lost');
  }
}
