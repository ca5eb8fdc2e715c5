/** A finished page as it lies in memory: the bytes that go out, and what would invalidate them. */
export interface Page {
  /** 200, or that of a page which says that there is none. */
  status: number;
  contentType: string;
  /** Weak validator, quoted: every coding of the page has it. */
  etag: string;
  /** Milliseconds since the epoch when it last became another, whole seconds; null for what never does. */
  modifiedAt: number | null;
  /** Bytes by content coding; `br` is made with the page, the others when first asked for. */
  encoded: Map<Encoding, Buffer>;
  /** Whether `br` was made in a hurry, and is to be made better for the first who asks. */
  isLoose: boolean;
  tags: ReadonlySet<string>;
  /** Headers of its own: the policy, what robots may do with it. */
  headers: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch after which it is made anew behind the reader's back, or Infinity. */
  staleAt: number;
  /** Whether something it was made of was invalidated: it is shown again only if it cannot be made anew. */
  isInvalid: boolean;
  /** What it is woken with, by the path under which that is kept; null for what is never woken. */
  data: string | null;
}
export type Encoding = 'br' | 'gzip' | 'identity';

/** What a page costs beside its bytes: headers, tags, map entries; an estimate on the safe side. */
const OVERHEAD = 2048;

const sizeOf = (page: Page): number =>
  [...page.encoded.values()].reduce((sum, bytes) => sum + bytes.byteLength, OVERHEAD);

/**
 * Finished pages by path, bounded by their bytes: the one that was not read for longest goes first.
 * Found by tag, so that a row of the outbox invalidates just the pages it touches.
 */
export class PageMemory {
  readonly #pages = new Map<string, { page: Page; size: number }>();
  readonly #paths = new Map<string, Set<string>>();
  readonly #limit: number;
  #bytes = 0;

  /** @param limit - bytes that all pages together may hold */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get count(): number {
    return this.#pages.size;
  }

  get(path: string): Page | undefined {
    const entry = this.#pages.get(path);
    if (!entry) return undefined;
    this.#pages.delete(path);
    this.#pages.set(path, entry);
    return entry.page;
  }

  /** Keeps a page, or counts it anew after an encoding was added to it. */
  set(path: string, page: Page): void {
    this.delete(path);
    const size = sizeOf(page);
    if (size > this.#limit) return;
    this.#pages.set(path, { page, size });
    this.#bytes += size;
    for (const tag of page.tags) {
      const paths = this.#paths.get(tag);
      if (paths) paths.add(path);
      else this.#paths.set(tag, new Set([path]));
    }
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.delete(oldest);
    }
  }

  delete(path: string): void {
    const entry = this.#pages.get(path);
    if (!entry) return;
    this.#pages.delete(path);
    this.#bytes -= entry.size;
    for (const tag of entry.page.tags) {
      const paths = this.#paths.get(tag);
      paths?.delete(path);
      if (paths?.size === 0) this.#paths.delete(tag);
    }
  }

  /**
   * Marks every page that was made of one of the tags; null marks all.
   * @returns how many pages were marked
   */
  invalidate(tags: Iterable<string> | null): number {
    let count = 0;
    const mark = (path: string) => {
      const page = this.#pages.get(path)?.page;
      if (!page || page.isInvalid) return;
      page.isInvalid = true;
      count++;
    };
    if (tags === null) for (const path of this.#pages.keys()) mark(path);
    else for (const tag of tags) for (const path of this.#paths.get(tag) ?? []) mark(path);
    return count;
  }
}
