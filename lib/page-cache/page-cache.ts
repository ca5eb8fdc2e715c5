/**
 * The page cache: a reader's page is rendered once, kept as the bytes that are sent, and answered from
 * memory until a row of the outbox invalidates it.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { collectNotes, type PageNotes } from '../page-tags.ts';
import { addressOf } from '../addresses.ts';
import { TooMuch, unlessTooMuch, type Lane, type Lanes } from '../lanes.ts';
import { askAs, askDetached, type FinishedAnswer } from './detached-exchange.ts';
import { encode, LOOSE_QUALITY, preferredEncoding, tighten, toBrotli } from './encoding.ts';
import { failurePage } from './failure-page.ts';
import { finishPage, type PageData } from './finish/finish-page.ts';
import { framedPolicy, type Framing } from './framing.ts';
import { isDataPath, keepData } from './page-data.ts';
import { PageMemory, type Page } from './page-memory.ts';
import type { PageScripts } from './finish/page-script.ts';
import type { PageStyles } from './finish/page-styles.ts';
import { PASSED_HEADERS, sendPage } from './send.ts';
import { Invalidations } from './invalidations.ts';

export interface PageCacheOptions {
  /** The framework's handler. */
  listener: RequestListener;
  clock: Clock;
  /** Host header with which pages are requested from the framework. */
  host: string;
  /** Most bytes that finished pages may use. */
  limit: number;
  /** The queues in which requests to the framework wait for their turn. */
  lanes: Lanes;
  /** The network that a request comes from; networks take turns. */
  askerOf: (request: IncomingMessage) => string;
  /** The scripts of every page. */
  scripts: PageScripts;
  /** The build's style sheets; each page inlines the rules that it needs. */
  styles: PageStyles;
  /**
   * Development mode: the framework's own tools run in the page, so nothing is deferred and nothing is
   * forbidden.
   */
  isEdited?: boolean;
  /** Called with a script in a page that is neither ours nor the framework's. */
  onForeign?: (path: string, script: string) => void;
}

/** Counters since the start. */
export interface PageCacheCounts {
  /** Answered from memory. */
  hits: number;
  /** Pages rendered. */
  renders: number;
  /** Renders that failed. */
  failures: number;
  /** Pages invalidated by a row of the outbox. */
  invalidations: number;
  /** Answers with a page that should have been rendered again but could not. */
  stale: number;
  /** Scripts in pages that were neither ours nor the framework's; browsers refused them. */
  foreign: number;
}

/** A body as it is sent, its headers, and its hydration data. */
interface Finished {
  body: Buffer;
  headers: Record<string, string>;
  data: PageData | null;
}

/** Headers of the framework that are kept with a cached page. */
const KEPT_HEADERS = ['x-robots-tag', 'link'];
/** And those that are kept with the response for a missing or moved page. */
const ABSENT_HEADERS = [...KEPT_HEADERS, 'location', 'cache-control'];
/** A hint in a Link header to preload a style sheet. */
const SHEET_HINT = /<[^>]*>;\s*rel=preload;\s*as="?style"?[^,]*(?:,\s*|$)/g;

/**
 * Most bytes of hydration data of pages that are not kept: searches and missing pages. A flood of them gets
 * no more.
 */
const PASSING_LIMIT = 500_000;

/**
 * Most bytes of the responses for missing or moved pages: separate from existing pages, which they never
 * evict.
 */
const ABSENT_LIMIT = 4_000_000;
/** Milliseconds for which such a response is kept, unless anything is published meanwhile. */
const ABSENT_LIFE = 5000;
/** Milliseconds that a repeated request for a missing page waits. */
const ABSENT_WAIT = 100;

/** Milliseconds for which a page that could not be rendered again is sent before the next try. */
const RETRY_AFTER = 1000;
/**
 * Milliseconds that a reader of such a page waits for the next try: an unresponsive database fails late.
 */
const STALE_PATIENCE = 250;

export class PageCache {
  readonly memory: PageMemory;
  readonly #passing = new PageMemory(PASSING_LIMIT);
  #absent: PageMemory;
  readonly counts: PageCacheCounts = {
    hits: 0,
    renders: 0,
    failures: 0,
    invalidations: 0,
    stale: 0,
    foreign: 0,
  };
  readonly #options: PageCacheOptions;
  /** Renders in progress; null is the result of one that failed. */
  readonly #inFlight = new Map<string, Promise<Page | null>>();
  readonly #invalidations = new Invalidations();

  constructor(options: PageCacheOptions) {
    this.#options = options;
    this.memory = new PageMemory(options.limit);
    this.#absent = this.#noneAbsent();
  }

  /**
   * Answers a GET or HEAD request for a reader's page.
   * @param path - the address without its query, which no rendered page depends on
   */
  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const kept = this.memory.get(path);
    const now = this.#options.clock.now().getTime();
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
    const rendering = this.#render(path, request).catch((cause: unknown) => {
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
  async answerFresh(
    request: IncomingMessage,
    response: ServerResponse,
    {
      url,
      defers,
      lane,
      framing = 'none',
    }: { url: string | null; defers: boolean; lane: Lane | null; framing?: Framing },
  ): Promise<void> {
    const encoding = preferredEncoding(request.headers['accept-encoding']?.toString());
    // The page cache compresses the finished page: the framework must not do it before.
    delete request.headers['accept-encoding'];
    const ask = () => this.#ask(url ?? request);
    const { answer, notes } = await (lane ? lane.run(this.#options.askerOf(request), ask) : ask());
    const status = answer.status === 200 ? notes.status : answer.status;
    if (status >= 500) return failurePage(request, response);
    const { body, headers, data } = this.#finish(answer, url ?? request.url ?? '/', defers);
    if (data) keepData(this.#passing, data);
    const names = url === null ? answer.names() : PASSED_HEADERS;
    for (const name of names) {
      const value = answer.values(name);
      if (value !== undefined) response.setHeader(name, value);
    }
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const policy = headers['content-security-policy'];
    if (policy) response.setHeader('content-security-policy', framedPolicy(policy, framing));
    const bytes = await encode(body, encoding);
    response.setHeader('vary', 'accept-encoding');
    if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-length', bytes.byteLength);
    response.writeHead(status).end(request.method === 'HEAD' ? undefined : bytes);
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
    const page = this.#absent.get(path);
    return page && page.staleAt > this.#options.clock.now().getTime() ? page : undefined;
  }

  /** In development nothing is kept: what is missing may exist at the next request. */
  #noneAbsent(): PageMemory {
    return new PageMemory(this.#options.isEdited ? 0 : ABSENT_LIMIT);
  }

  #invalidate(tags: readonly string[] | null): number {
    this.#invalidations.add(tags);
    // What was published may be at any address that was missing before.
    this.#absent = this.#noneAbsent();
    this.#inFlight.clear();
    const count = this.memory.invalidate(tags);
    this.counts.invalidations += count;
    return count;
  }

  /** Renders a page again while its readers still get the previous one. */
  #renew(path: string, kept: Page): void {
    kept.staleAt = Infinity;
    const retry = () => {
      if (this.memory.get(path) === kept)
        kept.staleAt = this.#options.clock.now().getTime() + RETRY_AFTER;
    };
    this.#render(path, null).then((render) => {
      if (!render) retry();
    }, retry);
  }

  /** An invalidated page that could not be rendered again, marked as stale until the next try. */
  #keepStale(path: string, kept: Page): Page {
    const page = {
      ...kept,
      headers: { ...kept.headers, [STALE]: '1' },
      staleAt: this.#options.clock.now().getTime() + RETRY_AFTER,
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

  /**
   * Renders a page, once for all requests that arrive meanwhile.
   * @param request - the client's; null for the portal itself
   * @returns null where the render failed
   * @throws TooMuch where its turn does not come
   */
  #render(path: string, request: IncomingMessage | null): Promise<Page | null> {
    const running = this.#inFlight.get(path);
    if (running)
      // One who joined waits in the turn of the first; where that is refused, in their own.
      return running.catch((cause: unknown) => {
        if (cause instanceof TooMuch && request) return this.#render(path, request);
        throw cause;
      });
    const { pages, renewals } = this.#options.lanes;
    const lane = this.memory.get(path) ? renewals : pages;
    const render = lane
      .run(request ? this.#options.askerOf(request) : '', () => this.#make(path))
      .finally(() => {
        if (this.#inFlight.get(path) === render) this.#inFlight.delete(path);
      });
    this.#inFlight.set(path, render);
    return render;
  }

  /**
   * Requests a page from the framework: by its address without any client's data, or with a reader's own
   * request.
   */
  #ask(asked: string | IncomingMessage): Promise<{ answer: FinishedAnswer; notes: PageNotes }> {
    const { listener, host } = this.#options;
    const isPersonal = typeof asked !== 'string';
    return collectNotes(
      () => (isPersonal ? askAs(listener, asked) : askDetached(listener, asked, host)),
      { isPersonal },
    );
  }

  /** Renders a page, and keeps it; null where that failed. */
  async #make(path: string): Promise<Page | null> {
    const begun = this.#invalidations.begin();
    const absent = this.#absent;
    let tags: ReadonlySet<string> = new Set();
    try {
      this.counts.renders++;
      const { answer, notes } = await this.#ask(path);
      tags = notes.tags;
      const status = answer.status === 200 ? notes.status : answer.status;
      if (status >= 500) {
        this.counts.failures++;
        return null;
      }
      const { body, headers, data } = this.#finish(answer, path, true);
      const isThere = status === 200;
      if (data) keepData(isThere ? this.memory : this.#passing, data);
      const packed = toBrotli(body, LOOSE_QUALITY);
      const lifetime = isThere ? notes.lifetime * 1000 : ABSENT_LIFE;
      const etag = `W/"${createHash('sha256').update(packed).digest('base64url').slice(0, 22)}"`;
      const page: Page = {
        status,
        contentType: answer.header('content-type') ?? 'text/html; charset=utf-8',
        etag,
        modifiedAt: this.#modifiedAt(path, etag),
        encoded: new Map([['br', packed]]),
        isLoose: true,
        tags,
        headers: isThere ? headers : { ...absentHeaders(answer, status), ...headers },
        staleAt: this.#options.clock.now().getTime() + lifetime,
        isInvalid: false,
        data: data?.path ?? null,
      };
      if (!isThere) {
        this.memory.delete(path);
        // Only if nothing has been published since the render began.
        if (absent === this.#absent) absent.set(path, page);
      } else if (!this.#invalidations.end(begun, tags)) this.memory.set(path, page);
      return page;
    } finally {
      this.#invalidations.end(begun, tags);
    }
  }

  /**
   * When a page last changed. A page that is rendered again with the same content keeps its time; one that
   * changes twice within a second gets a time one second later, or a client that has the first version
   * would get 304 for the second.
   */
  #modifiedAt(path: string, etag: string): number {
    const before = this.memory.get(path);
    if (before?.etag === etag && before.modifiedAt !== null) return before.modifiedAt;
    const now = Math.floor(this.#options.clock.now().getTime() / 1000) * 1000;
    return Math.max(now, (before?.modifiedAt ?? 0) + 1000);
  }

  /** The bytes that are sent, and the headers that belong to them. */
  #finish(answer: FinishedAnswer, url: string, defers: boolean): Finished {
    const { scripts, styles, isEdited = false } = this.#options;
    const headers: Record<string, string> = {};
    for (const name of KEPT_HEADERS) {
      const value = answer.header(name);
      if (value !== undefined) headers[name] = value;
    }
    const isPage = answer.header('content-type')?.startsWith('text/html') ?? false;
    if (!isPage) return { body: answer.body, headers, data: null };
    const { body, policy, data, isStyled, foreign } = finishPage(answer.body, {
      url,
      scripts,
      styles,
      defers: defers && !isEdited,
    });
    if (!isEdited) {
      headers['content-security-policy'] = policy;
      this.counts.foreign += foreign.length;
      for (const script of foreign) this.#options.onForeign?.(url.split('?')[0] ?? url, script);
    }
    if (isStyled && headers['link'])
      headers['link'] = headers['link'].replace(SHEET_HINT, '').replace(/,\s*$/, '');
    return { body, headers, data };
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
      this.#dataAt(path) ?? (await this.#dataAgain(request, path, of).catch(unlessTooMuch));
    if (kept) {
      if (kept.isLoose) await tighten(kept);
      return this.#send(request, response, path, kept);
    }
    response.setHeader('content-type', 'text/javascript; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    response.end(request.method === 'HEAD' ? undefined : this.#options.scripts.outdated);
  }

  #dataAt(path: string): Page | undefined {
    return this.memory.get(path) ?? this.#passing.get(path);
  }

  async #dataAgain(request: IncomingMessage, path: string, of: string): Promise<Page | undefined> {
    if (!isDataPath(path)) return undefined;
    const address = addressOf(of, undefined);
    if (address.kind === 'page' || address.kind === 'unknown') {
      const page = this.memory.get(address.path) ?? this.absentAt(address.path);
      // A valid page with other data would only be rendered with that data again.
      if (page && !page.isInvalid && page.data !== path) return undefined;
      await this.#render(address.path, request);
    } else if (address.kind === 'search') {
      const asked = await this.#options.lanes.searches.run(this.#options.askerOf(request), () =>
        this.#ask(of),
      );
      const { data } = this.#finish(asked.answer, of, true);
      if (data) keepData(this.#passing, data);
    }
    return this.#dataAt(path);
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

/** The headers of the framework that are sent with a missing or moved page. */
function absentHeaders(answer: FinishedAnswer, status: number): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of ABSENT_HEADERS) {
    const value = answer.header(name);
    if (value !== undefined) headers[name] = value;
  }
  if (status >= 400) headers['cache-control'] = 'no-store';
  return headers;
}

/** Marks a page that is older than what was published, because it cannot be rendered again now. */
export const STALE = 'x-caliber-stale';
