/** Local copies of unsent texts: one record per page that wrote, until its text is on the server. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft } from '@/lib/content/draft/draft';

export interface LocalCopy {
  articleId: number;
  /** Id of the page that wrote it. */
  writer: string;
  userId: number;
  draft: Draft;
  /** The server's text that it is based on, with its sequence number and version. */
  base: Draft;
  sequence: number;
  version: number;
  /** Unix time in milliseconds, by this computer's clock. */
  at: number;
}

interface Copies extends DBSchema {
  copies: { key: [number, string]; value: LocalCopy };
}

/** The storage of local copies; tests replace it with one that fails on demand. */
export interface CopyStore {
  put(copy: LocalCopy): Promise<void>;
  remove(articleId: number, writer: string): Promise<void>;
  list(articleId: number): Promise<LocalCopy[]>;
}

/** Copies in IndexedDB; opened on first use. */
export function browserCopies(): CopyStore {
  let opened: Promise<IDBPDatabase<Copies>> | null = null;
  const open = () => {
    opened ??= openDB<Copies>('newsroom', 1, {
      upgrade: (database) => {
        database.createObjectStore('copies', { keyPath: ['articleId', 'writer'] });
      },
      terminated: () => (opened = null),
    }).catch((cause: unknown) => {
      opened = null;
      throw cause;
    });
    return opened;
  };
  return {
    put: async (copy) => {
      const transaction = (await open()).transaction('copies', 'readwrite', {
        durability: 'strict',
      });
      await Promise.all([transaction.store.put(copy), transaction.done]);
    },
    remove: async (articleId, writer) => (await open()).delete('copies', [articleId, writer]),
    list: async (articleId) =>
      (await open()).getAll('copies', IDBKeyRange.bound([articleId, ''], [articleId, '\uffff'])),
  };
}

/** Stores the newest text of one page: one write at a time, and of the waiting writes only the last. */
export class LocalKeeper {
  readonly #store: CopyStore;
  readonly #onFault: (fault: string | null) => void;
  #waiting: (() => Promise<void>) | null = null;
  #running: Promise<void> | null = null;
  #fault: string | null = null;

  constructor(store: CopyStore, onFault: (fault: string | null) => void) {
    this.#store = store;
    this.#onFault = onFault;
  }

  /** Whether everything that was passed to it is on disk. */
  isDone(): boolean {
    return this.#running === null && this.#fault === null;
  }

  keep(copy: LocalCopy): void {
    this.#queue(() => this.#store.put(copy));
  }

  forget(articleId: number, writer: string): void {
    this.#queue(() => this.#store.remove(articleId, writer));
  }

  /** Resolves when no write is running or waiting. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #queue(write: () => Promise<void>): void {
    this.#waiting = write;
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    while (this.#waiting) {
      const write = this.#waiting;
      this.#waiting = null;
      try {
        await write();
        this.#report(null);
      } catch (cause) {
        this.#report(cause instanceof Error ? cause.message || cause.name : String(cause));
      }
    }
    this.#running = null;
  }

  #report(fault: string | null): void {
    if (fault === this.#fault) return;
    this.#fault = fault;
    this.#onFault(fault);
  }
}
