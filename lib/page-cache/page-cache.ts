/**
 * The page cache: a reader's page is rendered once, kept as the bytes that go out, and answered from memory
 * until a row of the outbox invalidates it.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { collectNotes, type PageNotes } from '../page-tags.ts';
import { addressOf } from '../addresses.ts';
import { unlessTooMuch, type Lane, type Lanes } from '../lanes.ts';
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
  /** Host header that pages are asked for with. */
  host: string;
  /** Bytes that finished pages may hold. */
  limit: number;
  /** What is asked of the framework waits there for its turn. */
  lanes: Lanes;
  /** The network that a request comes from: those take turns. */
  askerOf: (request: IncomingMessage) => string;
  /** The scripts of every page. */
  scripts: PageScripts;
  /** The build's style sheets, of which each page holds what it needs. */
  styles: PageStyles;
  /** While one edits, the framework's own tools run in the page: nothing waits and nothing is forbidden. */
  isEdited?: boolean;
  /** Called with a script in a page that is neither ours nor the framework's. */
  onForeign?: (path: string, script: string) => void;
}

/** What a page costs and how it went, since the start. */
export interface PageCacheCounts {
  /** Answered from memory. */
  hits: number;
  /** Pages made. */
  renders: number;
  /** Renders that failed. */
  failures: number;
  /** Pages marked by a row of the outbox. */
  invalidations: number;
  /** Answers with a page that should have been made anew and could not. */
  stale: number;
  /** Scripts in pages that were neither ours nor the framework's; browsers refused them. */
  foreign: number;
}

/** A body as it goes out, what belongs to it, and what wakes it. */
interface Finished {
  body: Buffer;
  headers: Record<string, string>;
  data: PageData | null;
}

/** Headers of the framework's that a kept page keeps. */
const KEPT_HEADERS = ['x-robots-tag', 'link'];
/** And those that one keeps which says that there is none, or where it is now. */
const ABSENT_HEADERS = [...KEPT_HEADERS, 'location', 'cache-control'];
/** One of the hints in a Link header, to fetch a style sheet early. */
const SHEET_HINT = /<[^>]*>;\s*rel=preload;\s*as="?style"?[^,]*(?:,\s*|$)/g;

/** Bytes of what wakes pages that are not kept: searches and missing pages. A flood of them gets no more. */
const PASSING_LIMIT = 500_000;

/** Bytes of the pages that say that there is none: apart from those that there are, which they never push out. */
const ABSENT_LIMIT = 4_000_000;
/** Milliseconds for which such a page is kept, unless anything is published meanwhile. */
const ABSENT_LIFE = 5000;
/** Milliseconds that a repeated request for a missing page waits. */
const ABSENT_WAIT = 100;

/** Milliseconds for which a page that could not be made anew is shown before it is tried again. */
const RETRY_AFTER = 1000;
/** Milliseconds that a reader of such a page waits for the next try: a database that is silent fails late. */
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
  /** Renders under way; null comes of one that failed. */
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
      // Asked for again within seconds: by a program, which is not to be answered as fast as it asks.
      if (absent.status === 404) await sleep(ABSENT_WAIT);
      return this.#send(request, response, path, absent);
    }
    if (kept && !kept.isInvalid) {
      if (kept.staleAt <= now) this.#renew(path, kept);
      this.counts.hits++;
      // Many a page is asked for once, by a crawler.
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
   * Answers a page that is made for this request alone.
   * @param options.url - asks for it as nobody; null asks with the request itself, cookies and all
   * @param options.defers - whether the client runtime waits for the reader
   * @param options.framing - whether the page may stand in a frame, or hold one
   * @param options.lane - where it waits for its turn; null begins at once
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
    // The page cache compresses what it has finished: the framework is not to do it before.
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

  /** Has the pages that were made of one of the tags made anew for their next readers. */
  invalidate(tags: readonly string[]): number {
    return this.#invalidate(tags);
  }

  /** Has every page made anew: for when rows of the outbox may have been missed. */
  invalidateAll(): number {
    return this.#invalidate(null);
  }

  /** The page that says that there is none at an address, or where it is now, while that is known. */
  absentAt(path: string): Page | undefined {
    const page = this.#absent.get(path);
    return page && page.staleAt > this.#options.clock.now().getTime() ? page : undefined;
  }

  /** While one edits, what is missing may be there at the next look. */
  #noneAbsent(): PageMemory {
    return new PageMemory(this.#options.isEdited ? 0 : ABSENT_LIMIT);
  }

  #invalidate(tags: readonly string[] | null): number {
    this.#invalidations.add(tags);
    // What was published may lie where there was nothing, by whatever name.
    this.#absent = this.#noneAbsent();
    this.#inFlight.clear();
    const count = this.memory.invalidate(tags);
    this.counts.invalidations += count;
    return count;
  }

  /** Makes a page anew while its readers still get the one before. */
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

  /** An invalidated page that could not be made anew, said to be stale until it is tried again. */
  #keepStale(path: string, kept: Page): Page {
    const page = {
      ...kept,
      headers: { ...kept.headers, [STALE]: '1' },
      staleAt: this.#options.clock.now().getTime() + RETRY_AFTER,
    };
    // What was rendered meanwhile is newer.
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
   * Makes a page, once for all who ask meanwhile.
   * @param request - who asks; null for the portal itself
   * @throws TooMuch where its turn does not come
   */
  #render(path: string, request: IncomingMessage | null): Promise<Page | null> {
    const running = this.#inFlight.get(path);
    if (running) return running;
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

  /** Asks the framework: for an address as nobody, or with a reader's own request. */
  #ask(asked: string | IncomingMessage): Promise<{ answer: FinishedAnswer; notes: PageNotes }> {
    const { listener, host } = this.#options;
    const isPersonal = typeof asked !== 'string';
    return collectNotes(
      () => (isPersonal ? askAs(listener, asked) : askDetached(listener, asked, host)),
      { isPersonal },
    );
  }

  /** Has a page made, and keeps it; null where that failed. */
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
        // Where nothing has been published since it was begun.
        if (absent === this.#absent) absent.set(path, page);
      } else if (!this.#invalidations.end(begun, tags)) this.memory.set(path, page);
      return page;
    } finally {
      this.#invalidations.end(begun, tags);
    }
  }

  /**
   * When a page became what it is. One that is rendered again as it was keeps its moment; one that changes
   * twice within a second is said to be a second younger, or who has the first would be told that it is the
   * last.
   */
  #modifiedAt(path: string, etag: string): number {
    const before = this.memory.get(path);
    if (before?.etag === etag && before.modifiedAt !== null) return before.modifiedAt;
    const now = Math.floor(this.#options.clock.now().getTime() / 1000) * 1000;
    return Math.max(now, (before?.modifiedAt ?? 0) + 1000);
  }

  /** The bytes that go out, and the headers that belong to them. */
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
   * Answers what a page is woken with. What has been pushed out of memory, or was rendered by another
   * process, is made again with its page; where the page has become another since, its reader gets that.
   * @param path - names the data
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
      // A page that is true and has other data would only be rendered with that again.
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
    // Counted anew with its further coding.
    if (grew && this.memory.get(path) === page) this.memory.set(path, page);
  }
}

/** What of the framework's headers goes out with a page that is not there. */
function absentHeaders(answer: FinishedAnswer, status: number): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of ABSENT_HEADERS) {
    const value = answer.header(name);
    if (value !== undefined) headers[name] = value;
  }
  if (status >= 400) headers['cache-control'] = 'no-store';
  return headers;
}

/** Says that a page is older than what was published, since it cannot be made anew just now. */
export const STALE = 'x-caliber-stale';
