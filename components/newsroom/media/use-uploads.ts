import { useEffect, useState, useSyncExternalStore } from 'react';
import type { UploadedPicture } from '@/lib/content/desk/media';
import { UploadQueue, type UploadItem } from './upload-queue';

const NONE: readonly UploadItem[] = [];

/**
 * An upload queue for as long as a screen is mounted; it resumes automatically when the network is back.
 * @param onDone - called for each upload when its picture has been created
 */
export function useUploads(onDone: (answer: UploadedPicture) => void): {
  queue: UploadQueue;
  items: readonly UploadItem[];
} {
  const [queue] = useState(() => new UploadQueue(onDone));
  const items = useSyncExternalStore(queue.subscribe, queue.items, () => NONE);
  useEffect(() => {
    const resume = () => queue.resume();
    addEventListener('online', resume);
    return () => removeEventListener('online', resume);
  }, [queue]);
  return { queue, items };
}
