/** What a browser keeps of unsent texts: one record a page that wrote, until the newsroom has its text. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft } from '@/lib/content/draft/draft';

export interface LocalCopy {
  articleId: number;
  /** The page that wrote it. */
  writer: string;
  userId: number;
  draft: Draft;
  /** The text of the newsroom that it grew from, and its names. */
  base: Draft;
  sequence: number;
  version: number;
  /** Milliseconds since 1970 by this machine's clock. */
  at: number;
}

interface Copies extends DBSchema {
  copies: { key: [number, string]; value: LocalCopy };
}

/** Where copies are kept; in tests something that fails on demand. */
export interface CopyStore {
  put(copy: LocalCopy): Promise<void>;
  remove(articleId: number, writer: string): Promise<void>;
  list(articleId: number): Promise<LocalCopy[]>;
}

/** The browser's own database; opened when first needed. */
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

/** Keeps the newest text of one page: one write at a time, and of those that wait only the last. */
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

  /** Whether everything that it was given is on the disk. */
  isDone(): boolean {
    return this.#running === null && this.#fault === null;
  }

  keep(copy: LocalCopy): void {
    this.#queue(() => this.#store.put(copy));
  }

  forget(articleId: number, writer: string): void {
    this.#queue(() => this.#store.remove(articleId, writer));
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #queue(deed: () => Promise<void>): void {
    this.#waiting = deed;
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    while (this.#waiting) {
      const deed = this.#waiting;
      this.#waiting = null;
      try {
        await deed();
        this.#tell(null);
      } catch (cause) {
        this.#tell(cause instanceof Error ? cause.message || cause.name : String(cause));
      }
    }
    this.#running = null;
  }

  #tell(fault: string | null): void {
    if (fault === this.#fault) return;
    this.#fault = fault;
    this.#onFault(fault);
  }
}
