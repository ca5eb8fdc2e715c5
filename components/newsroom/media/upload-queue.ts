/**
 * The upload queue of one screen: two uploads at a time, resumed where they stopped. Independent of React.
 */
import { UPLOADS } from '@/lib/api-addresses';
import { DetailedError, Upload } from 'tus-js-client';
import { LARGEST_FILE, type UploadedPicture } from '@/lib/content/desk/media';
import { finishUpload, type UploadFault } from './ask-media';

export interface UploadItem {
  key: number;
  name: string;
  state: 'waiting' | 'sending' | 'stopped' | 'cutting' | 'done' | 'refused';
  /** Uploaded fraction of its bytes, from 0 to 1. */
  share: number;
  fault: Exclude<UploadFault, 'stopped'> | null;
  answer: UploadedPicture | null;
}

/** Bytes per request: small enough that a slow connection sends it within the server's time limit. */
const CHUNK = 1024 * 1024;
const AT_ONCE = 2;
/** Milliseconds between attempts, before the upload counts as stopped. */
const RETRY_DELAYS = [0, 500, 1500, 3000];

interface Work {
  file: File;
  upload: Upload | null;
  /** Id of a complete upload whose picture is not created yet. */
  uploadId: string | null;
}

/** @param onDone - called for each upload when its picture has been created */
export class UploadQueue {
  #items: readonly UploadItem[] = [];
  readonly #work = new Map<number, Work>();
  readonly #listeners = new Set<() => void>();
  readonly #onDone: (answer: UploadedPicture) => void;
  #last = 0;

  constructor(onDone: (answer: UploadedPicture) => void) {
    this.#onDone = onDone;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly items = (): readonly UploadItem[] => this.#items;

  add(files: readonly File[]): void {
    for (const file of files) {
      const key = ++this.#last;
      const isTooLarge = file.size > LARGEST_FILE;
      this.#work.set(key, { file, upload: null, uploadId: null });
      const item: UploadItem = {
        key,
        name: file.name,
        state: isTooLarge ? 'refused' : 'waiting',
        share: 0,
        fault: isTooLarge ? 'too_large' : null,
        answer: null,
      };
      this.#items = [...this.#items, item];
    }
    this.#notify();
    this.#next();
  }

  /**
   * Resumes one upload, or all of them without `key`, that stopped or was refused because the user was signed
   * out or the disk full. Used when the network is back.
   */
  resume(key?: number): void {
    for (const item of this.#items)
      if (
        (key === undefined || item.key === key) &&
        (item.state === 'stopped' || item.fault === 'signed_out' || item.fault === 'disk_full')
      )
        this.#set(item.key, { state: 'waiting', fault: null });
    this.#next();
  }

  /** Cancels an upload and removes it from the list. */
  giveUp(key: number): void {
    // The result does not matter: the server deletes abandoned uploads itself.
    void this.#work
      .get(key)
      ?.upload?.abort(true)
      .catch(() => {});
    this.#work.delete(key);
    this.#items = this.#items.filter((item) => item.key !== key);
    this.#notify();
    this.#next();
  }

  /** Removes finished and refused uploads from the list. */
  clear(): void {
    this.#items = this.#items.filter(({ state }) => state !== 'done' && state !== 'refused');
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }

  #set(key: number, change: Partial<UploadItem>): void {
    this.#items = this.#items.map((item) => (item.key === key ? { ...item, ...change } : item));
    this.#notify();
  }

  #next(): void {
    const running = this.#items.filter(({ state }) => state === 'sending' || state === 'cutting');
    const waiting = this.#items.filter(({ state }) => state === 'waiting');
    for (const { key } of waiting.slice(0, Math.max(0, AT_ONCE - running.length)))
      void this.#begin(key);
  }

  async #begin(key: number): Promise<void> {
    const work = this.#work.get(key);
    if (!work) return;
    if (work.uploadId !== null) return this.#finish(key, work.uploadId);
    this.#set(key, { state: 'sending' });
    if (work.upload) return work.upload.start();
    const { file } = work;
    const upload = new Upload(file, {
      endpoint: UPLOADS,
      chunkSize: CHUNK,
      retryDelays: RETRY_DELAYS,
      metadata: { filename: file.name },
      removeFingerprintOnSuccess: true,
      onProgress: (sent, total) => this.#set(key, { share: total > 0 ? sent / total : 0 }),
      onError: (cause) => this.#fail(key, cause),
      onSuccess: () => {
        const uploadId = upload.url?.split('/').at(-1) ?? '';
        work.uploadId = uploadId;
        void this.#finish(key, uploadId);
      },
    });
    work.upload = upload;
    // If the page was left during an upload, the same file resumes where it stopped.
    const before = await upload.findPreviousUploads().catch(() => []);
    if (before[0]) upload.resumeFromPreviousUpload(before[0]);
    upload.start();
  }

  async #finish(key: number, uploadId: string): Promise<void> {
    this.#set(key, { state: 'cutting', share: 1 });
    const answer = await finishUpload(uploadId);
    if (typeof answer === 'object') {
      this.#set(key, { state: 'done', answer });
      this.#work.delete(key);
      this.#onDone(answer);
    } else if (answer === 'stopped') this.#set(key, { state: 'stopped' });
    else this.#set(key, { state: 'refused', fault: answer });
    this.#next();
  }

  #fail(key: number, cause: Error): void {
    const status = cause instanceof DetailedError ? (cause.originalResponse?.getStatus() ?? 0) : 0;
    const fault = FAULTS[status];
    if (fault) this.#set(key, { state: 'refused', fault });
    else this.#set(key, { state: 'stopped' });
    this.#next();
  }
}

const FAULTS: Partial<Record<number, UploadItem['fault'] & string>> = {
  401: 'signed_out',
  404: 'lost',
  413: 'too_large',
  507: 'disk_full',
};
