import { LRUCache } from 'lru-cache';

/** A finished page in memory: the bytes that are sent, and what would invalidate them. */
export interface Page {
  /** 200, or the status of a response for a missing or moved page. */
  status: number;
  contentType: string;
  /** Weak validator, quoted: every coding of the page has it. */
  etag: string;
  /** Milliseconds since the epoch of its last change, in whole seconds; null for what never changes. */
  modifiedAt: number | null;
  /** Bytes by content coding; `br` is made with the page, the others at the first request for them. */
  encoded: Map<Encoding, Buffer>;
  /** Whether `br` was compressed quickly, and is compressed better at the next request. */
  isLoose: boolean;
  tags: ReadonlySet<string>;
  /** Headers of its own: the policy, the rules for robots. */
  headers: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch after which it is rendered again in the background, or Infinity. */
  staleAt: number;
  /**
   * Whether something it was made from was invalidated: it is sent again only if it cannot be rendered
   * again.
   */
  isInvalid: boolean;
  /** The path of its hydration data; null for what is never hydrated. */
  data: string | null;
}
export type Encoding = 'br' | 'gzip' | 'identity';

/** Bytes that a page uses besides its body: headers, tags, map entries; an estimate on the safe side. */
const OVERHEAD = 2048;

const sizeOf = (page: Page): number =>
  [...page.encoded.values()].reduce((sum, bytes) => sum + bytes.byteLength, OVERHEAD);

/**
 * Finished pages by path, limited by their bytes: the least recently read page is removed first. Indexed by
 * tag, so that a row of the outbox invalidates only the pages that it affects.
 */
export class PageMemory {
  readonly #pages: LRUCache<string, Page>;
  readonly #paths = new Map<string, Set<string>>();

  /** @param limit - most bytes of all pages together; 0 keeps none */
  constructor(limit: number) {
    this.#pages = new LRUCache({
      maxSize: Math.max(limit, 1),
      sizeCalculation: sizeOf,
      dispose: (page, path) => this.#forget(path, page),
    });
  }

  get bytes(): number {
    return this.#pages.calculatedSize;
  }

  get count(): number {
    return this.#pages.size;
  }

  get(path: string): Page | undefined {
    return this.#pages.get(path);
  }

  /** Keeps a page, or counts its size again after a coding was added to it. */
  set(path: string, page: Page): void {
    // The size of a page that stays the same object is not counted again.
    this.#pages.delete(path);
    this.#pages.set(path, page);
    if (this.#pages.peek(path) !== page) return;
    for (const tag of page.tags) {
      const paths = this.#paths.get(tag);
      if (paths) paths.add(path);
      else this.#paths.set(tag, new Set([path]));
    }
  }

  delete(path: string): void {
    this.#pages.delete(path);
  }

  #forget(path: string, page: Page): void {
    for (const tag of page.tags) {
      const paths = this.#paths.get(tag);
      paths?.delete(path);
      if (paths?.size === 0) this.#paths.delete(tag);
    }
  }

  /**
   * Marks every page that was made from one of the tags; null marks all.
   * @returns how many pages were marked
   */
  invalidate(tags: Iterable<string> | null): number {
    let count = 0;
    const mark = (path: string) => {
      const page = this.#pages.peek(path);
      if (!page || page.isInvalid) return;
      page.isInvalid = true;
      count++;
    };
    if (tags === null) for (const path of this.#pages.keys()) mark(path);
    else for (const tag of tags) for (const path of this.#paths.get(tag) ?? []) mark(path);
    return count;
  }
}
