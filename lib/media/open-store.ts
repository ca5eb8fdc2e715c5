import { join } from 'node:path';
import { environment } from '../env.ts';
import { diskStore } from './disk-store.ts';
import { s3Store } from './s3-store.ts';
import type { MediaStore } from './store.ts';

/** The folder of pictures on this machine, unless a bucket is configured. */
const mediaFolder = (): string => join(environment().DATA_DIR, 'media');

/** The folder in which pictures are processed before they are put into the store. */
export const workFolder = (): string => join(environment().DATA_DIR, 'media-work');

let opened: MediaStore | undefined;

/** The store that the operator configured: a bucket, or the folder `media` of DATA_DIR. */
export function mediaStore(): MediaStore {
  const { MEDIA_S3: s3 } = environment();
  return (opened ??= s3 ? s3Store(s3) : diskStore(mediaFolder()));
}
