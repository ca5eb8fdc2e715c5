import { useEffect, useState, useSyncExternalStore } from 'react';
import type { UploadedPicture } from '@/lib/content/desk/media';
import { UploadQueue, type UploadItem } from './upload-queue';

const NONE: readonly UploadItem[] = [];

/** A queue of uploads for as long as a screen stands; it goes on by itself when the network is back. */
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
