import {
  UPLOAD_REFUSALS,
  type LibraryPicture,
  type MediaPage,
  type MediaQuery,
  type PictureUse,
  type UploadedPicture,
  type UploadRefusal,
} from '@/lib/content/desk/media';

/** What keeps a file out of the library, in one word of the messages; `stopped` goes on by itself. */
export type UploadFault = UploadRefusal | 'signed_out' | 'stopped';

/** @throws Error when there is no answer or none that helps */
async function read<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`/api/newsroom/${path}`);
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as Answer;
}

/** One page of the library. */
export function readLibrary(
  query: Partial<MediaQuery>,
  after: string | undefined,
): Promise<MediaPage> {
  const asked = new URLSearchParams(
    Object.entries({ ...query, after }).filter((entry): entry is [string, string] => !!entry[1]),
  );
  return read(`media?${asked.toString()}`);
}

/** One picture, and where it is used. */
export const readPicture = (imageId: string) =>
  read<{ picture: LibraryPicture; uses: PictureUse[]; hidden: number }>(`media/${imageId}`);

/** Makes a picture of an upload that has come whole. */
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
