/**
 * The page cache: a reader's page is rendered once, kept as the bytes that are sent, and answered from
 * memory until a row of the outbox invalidates it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf } from '../addresses.ts';
import { unlessTooMuch, type Lane } from '../lanes.ts';
import { tighten } from './encoding.ts';
import { failurePage } from './failure-page.ts';
import { Framework } from './framework.ts';
import type { Framing } from './framing.ts';
import { KeptPages } from './memory/kept-pages.ts';
import type { PageCacheCounts, PageCacheOptions } from './page-cache-options.ts';
import { isDataPath, keepData } from './page-data.ts';
import type { Page, PageMemory } from './memory/page-memory.ts';
import { PageRenders } from './page-renders.ts';
import { sendFresh } from './send-fresh.ts';
import { sendPage } from './send.ts';

/** Milliseconds that a repeated request for a missing page waits. */
const ABSENT_WAIT = 100;

/** Milliseconds for which a page that could not be rendered again is sent before the next try. */
const RETRY_AFTER = 1000;
/**
 * Milliseconds that a reader of such a page waits for the next try: an unresponsive database fails late.
 */
const STALE_PATIENCE = 250;

/** Marks a page that is older than what was published, because it cannot be rendered again now. */
export const STALE = 'x-caliber-stale';

export class PageCache {
  readonly counts: PageCacheCounts = {
    hits: 0,
    renders: 0,
    failures: 0,
    invalidations: 0,
    stale: 0,
    foreign: 0,
  };
  readonly #options: PageCacheOptions;
  readonly #pages: KeptPages;
  readonly #framework: Framework;
  readonly #renders: PageRenders;

  constructor(options: PageCacheOptions) {
    const { counts } = this;
    this.#options = options;
    this.#pages = new KeptPages(options);
    this.#framework = new Framework(options, counts);
    this.#renders = new PageRenders({
      options,
      pages: this.#pages,
      framework: this.#framework,
      counts,
    });
  }

  /** The pages that exist. */
  get memory(): PageMemory {
    return this.#pages.memory;
  }

  /**
   * Answers a GET or HEAD request for a reader's page.
   * @param path - the address without its query, which no rendered page depends on
   */
  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const kept = this.memory.get(path);
    const now = this.#pages.now();
    const absent = kept ? undefined : this.absentAt(path);
    if (absent) {
      this.counts.hits++;
      // Requested again within seconds: by a program, which must not be answered as fast as it asks.
      if (absent.status === 404) await sleep(ABSENT_WAIT);
      return this.#send(request, response, path, absent);
    }
    if (kept && !kept.isInvalid) {
      if (kept.staleAt <= now) this.#renew(path, kept);
      this.counts.hits++;
      // Many pages are requested once, by a crawler: only the second request pays for full compression.
      if (kept.isLoose) void tighten(kept);
      return this.#send(request, response, path, kept);
    }
    if (kept?.headers[STALE] && kept.staleAt > now) {
      return this.#sendStale(request, response, path, kept);
    }
    const rendering = this.#renders.render(path, request).catch((cause: unknown) => {
      if (!kept) throw cause;
      return null;
    });
    const render = await (kept?.headers[STALE]
      ? Promise.race([rendering, sleep(STALE_PATIENCE, null)])
      : rendering);
    if (render) return this.#send(request, response, path, render);
    if (!kept) return failurePage(request, response);
    return this.#sendStale(request, response, path, this.#keepStale(path, kept));
  }

  /**
   * Answers with a page that is rendered for this request alone.
   * @param options.url - an address to request without the client's data; null passes the request itself,
   *   with its cookies
   * @param options.defers - whether the client runtime is deferred
   * @param options.framing - whether the page may be shown in a frame, or contain one
   * @param options.lane - where the render waits for its turn; null starts at once
   * @throws TooMuch where its turn does not come
   */
  answerFresh(
    request: IncomingMessage,
    response: ServerResponse,
    {
      url,
      defers,
      lane,
      framing = 'none',
    }: { url: string | null; defers: boolean; lane: Lane | null; framing?: Framing },
  ): Promise<void> {
    return sendFresh(request, response, {
      framework: this.#framework,
      url,
      defers,
      framing,
      inTurn: (work) => (lane ? lane.run(this.#options.askerOf(request), work) : work()),
      keep: (data) => keepData(this.#pages.passing, data),
    });
  }

  /**
   * Answers with the hydration data of a page. Data that was evicted from memory, or was rendered by
   * another process, is generated again with its page; where the page has changed since, the reader gets
   * `outdated.ts`, which reloads it.
   * @param path - the path of the data
   * @param of - the page's own address, as {@link finishPage} wrote it
   */
  async answerData(
    request: IncomingMessage,
    response: ServerResponse,
    { path, of }: { path: string; of: string },
  ): Promise<void> {
    const kept =
      this.#pages.dataAt(path) ?? (await this.#dataAgain(request, path, of).catch(unlessTooMuch));
    if (kept) {
      if (kept.isLoose) await tighten(kept);
      return this.#send(request, response, path, kept);
    }
    response.setHeader('content-type', 'text/javascript; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    response.end(request.method === 'HEAD' ? undefined : this.#options.scripts.outdated);
  }

  async #dataAgain(request: IncomingMessage, path: string, of: string): Promise<Page | undefined> {
    if (!isDataPath(path)) return undefined;
    const address = addressOf(of, undefined);
    if (address.kind === 'page' || address.kind === 'unknown') {
      const page = this.memory.get(address.path) ?? this.absentAt(address.path);
      // A valid page with other data would only be rendered with that data again.
      if (page && !page.isInvalid && page.data !== path) return undefined;
      await this.#renders.render(address.path, request);
    } else if (address.kind === 'search') {
      const asked = await this.#options.lanes.searches.run(this.#options.askerOf(request), () =>
        this.#framework.ask(of),
      );
      const { data } = this.#framework.finish(asked.answer, of, true);
      if (data) keepData(this.#pages.passing, data);
    }
    return this.#pages.dataAt(path);
  }

  /**
   * Invalidates the pages that were made from one of the tags: each is rendered again for its next reader.
   * @returns how many pages were marked
   */
  invalidate(tags: readonly string[]): number {
    return this.#invalidate(tags);
  }

  /**
   * Invalidates every page: for when rows of the outbox may have been missed.
   * @returns how many pages were marked
   */
  invalidateAll(): number {
    return this.#invalidate(null);
  }

  /** The response for a missing or moved page, while it is valid. */
  absentAt(path: string): Page | undefined {
    return this.#pages.absentAt(path);
  }

  #invalidate(tags: readonly string[] | null): number {
    const count = this.#renders.invalidate(tags);
    this.counts.invalidations += count;
    return count;
  }

  /** Renders a page again while its readers still get the previous one. */
  #renew(path: string, kept: Page): void {
    kept.staleAt = Infinity;
    const retry = () => {
      if (this.memory.get(path) === kept) kept.staleAt = this.#pages.now() + RETRY_AFTER;
    };
    this.#renders.render(path, null).then((render) => {
      if (!render) retry();
    }, retry);
  }

  /** An invalidated page that could not be rendered again, marked as stale until the next try. */
  #keepStale(path: string, kept: Page): Page {
    const page = {
      ...kept,
      headers: { ...kept.headers, [STALE]: '1' },
      staleAt: this.#pages.now() + RETRY_AFTER,
    };
    // A page that was rendered meanwhile is newer.
    if (this.memory.get(path) === kept) this.memory.set(path, page);
    return page;
  }

  #sendStale(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    page: Page,
  ): Promise<void> {
    this.counts.stale++;
    return this.#send(request, response, path, page);
  }

  async #send(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    page: Page,
  ): Promise<void> {
    const grew = await sendPage(request, response, page);
    // Its size is counted again, with the further coding.
    if (grew && this.memory.get(path) === page) this.memory.set(path, page);
  }
}
