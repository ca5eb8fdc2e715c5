/** The renders in progress: a page is rendered once for all who wait for it, and kept when it is finished. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { TooMuch } from '../lanes.ts';
import { LOOSE_QUALITY, toBrotli } from './encoding.ts';
import { absentHeaders, statusOf, type Framework, type Rendered } from './framework.ts';
import { Invalidations } from './invalidations.ts';
import type { KeptPages } from './memory/kept-pages.ts';
import type { PageCacheCounts, PageCacheOptions } from './page-cache-options.ts';
import { keepData } from './page-data.ts';
import type { Page } from './memory/page-memory.ts';

/** Milliseconds for which a response for a missing page is kept, unless anything is published meanwhile. */
const ABSENT_LIFE = 5000;

interface RenderParts {
  options: Pick<PageCacheOptions, 'lanes' | 'askerOf'>;
  pages: KeptPages;
  framework: Framework;
  counts: PageCacheCounts;
}

export class PageRenders {
  readonly #parts: RenderParts;
  /** Renders in progress; null is the result of one that failed. */
  readonly #inFlight = new Map<string, Promise<Page | null>>();
  readonly #invalidations = new Invalidations();

  constructor(parts: RenderParts) {
    this.#parts = parts;
  }

  /**
   * Renders a page, once for all requests that arrive meanwhile.
   * @param path - the address without its query
   * @param request - the client's; null for the portal itself
   * @returns null where the render failed
   * @throws TooMuch where its turn does not come
   */
  render(path: string, request: IncomingMessage | null): Promise<Page | null> {
    const running = this.#inFlight.get(path);
    if (running)
      // One who joined waits in the turn of the first; where that is refused, in their own.
      return running.catch((cause: unknown) => {
        if (cause instanceof TooMuch && request) return this.render(path, request);
        throw cause;
      });
    const { options, pages } = this.#parts;
    const lane = pages.memory.get(path) ? options.lanes.renewals : options.lanes.pages;
    const render = lane
      .run(request ? options.askerOf(request) : '', () => this.#make(path))
      .finally(() => {
        if (this.#inFlight.get(path) === render) this.#inFlight.delete(path);
      });
    this.#inFlight.set(path, render);
    return render;
  }

  /**
   * Invalidates pages, and keeps out of memory whatever is being rendered from the same.
   * @param tags - of the pages; null for every page
   * @returns how many pages were marked
   */
  invalidate(tags: readonly string[] | null): number {
    const { pages } = this.#parts;
    this.#invalidations.add(tags);
    // What was published may be at any address that was missing before.
    pages.forgetAbsent();
    this.#inFlight.clear();
    return pages.memory.invalidate(tags);
  }

  /** Renders a page, and keeps it; null where that failed. */
  async #make(path: string): Promise<Page | null> {
    const { pages, framework, counts } = this.#parts;
    const begun = this.#invalidations.begin();
    const { absent } = pages;
    let tags: ReadonlySet<string> = new Set();
    try {
      counts.renders++;
      const rendered = await framework.ask(path);
      tags = rendered.notes.tags;
      if (statusOf(rendered) >= 500) {
        counts.failures++;
        return null;
      }
      const page = this.#pageOf(path, rendered);
      if (page.status !== 200) {
        pages.memory.delete(path);
        // Only if nothing has been published since the render began.
        if (absent === pages.absent) absent.set(path, page);
      } else if (!this.#invalidations.end(begun, tags)) pages.memory.set(path, page);
      return page;
    } finally {
      this.#invalidations.end(begun, tags);
    }
  }

  /** Finishes a render and compresses it; its hydration data is kept at once. */
  #pageOf(path: string, rendered: Rendered): Page {
    const { pages, framework } = this.#parts;
    const { answer, notes } = rendered;
    const status = statusOf(rendered);
    const isThere = status === 200;
    const { body, headers, data } = framework.finish(answer, path, true);
    if (data) keepData(isThere ? pages.memory : pages.passing, data);
    const packed = toBrotli(body, LOOSE_QUALITY);
    const lifetime = isThere ? notes.lifetime * 1000 : ABSENT_LIFE;
    const etag = `W/"${createHash('sha256').update(packed).digest('base64url').slice(0, 22)}"`;
    return {
      status,
      contentType: answer.header('content-type') ?? 'text/html; charset=utf-8',
      etag,
      modifiedAt: this.#modifiedAt(path, etag),
      encoded: new Map([['br', packed]]),
      isLoose: true,
      tags: notes.tags,
      headers: isThere ? headers : { ...absentHeaders(answer, status), ...headers },
      staleAt: pages.now() + lifetime,
      isInvalid: false,
      data: data?.path ?? null,
    };
  }

  /**
   * When a page last changed. A page that is rendered again with the same content keeps its time; one that
   * changes twice within a second gets a time one second later, or a client that has the first version
   * would get 304 for the second.
   * @returns milliseconds since the epoch
   */
  #modifiedAt(path: string, etag: string): number {
    const before = this.#parts.pages.memory.get(path);
    if (before?.etag === etag && before.modifiedAt !== null) return before.modifiedAt;
    const now = Math.floor(this.#parts.pages.now() / 1000) * 1000;
    return Math.max(now, (before?.modifiedAt ?? 0) + 1000);
  }
}
