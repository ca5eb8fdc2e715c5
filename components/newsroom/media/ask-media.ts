import {
  UPLOAD_REFUSALS,
  type LibraryPicture,
  type MediaPage,
  type MediaQuery,
  type PictureUse,
  type UploadedPicture,
  type UploadRefusal,
} from '@/lib/content/desk/media';

/** Why an upload failed, as a key of the messages; a `stopped` upload resumes automatically. */
export type UploadFault = UploadRefusal | 'signed_out' | 'stopped';

/** @throws Error on a network error or a response other than 2xx */
async function read<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`/api/newsroom/${path}`);
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

/**
 * Creates a library picture from a complete upload.
 * @param upload - id of the upload
 * @returns `stopped` on a network error or a server error (5xx)
 */
export async function finishUpload(upload: string): Promise<UploadedPicture | UploadFault> {
  const response = await fetch('/api/newsroom/media', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ upload }),
  }).catch(() => null);
  if (response === null || response.status >= 500) return 'stopped';
  const answer = (await response.json().catch(() => ({}))) as UploadedPicture & {
    error?: { why?: string };
  };
  if (response.ok) return answer;
  if (response.status === 401) return 'signed_out';
  return UPLOAD_REFUSALS.find((why) => why === answer.error?.why) ?? 'lost';
}
