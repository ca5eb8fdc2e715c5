/**
 * The press: a reader's page is printed once, kept as the bytes that go out, and answered from memory
 * until a row of the outbox withdraws it.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import { collectNotes } from '../page-tags.ts';
import { askDetached, type FinishedAnswer } from './detached-exchange.ts';
import { failurePage } from './failure-page.ts';
import { fromBrotli, preferredEncoding, toBrotli } from './encoding.ts';
import { PageMemory, type Page } from './page-memory.ts';

export interface PressOptions {
  /** The framework's handler. */
  listener: RequestListener;
  clock: Clock;
  /** Host header that pages are asked for with. */
  host: string;
  /** Bytes that finished pages may hold. */
  limit: number;
}

/** A page that was made: kept when it is for everybody, else handed on as it came. */
type Print = { kind: 'page'; page: Page } | { kind: 'answer'; answer: FinishedAnswer };

/** Headers of an answer that was not kept which a reader still needs. */
const PASSED_HEADERS = ['content-type', 'location', 'cache-control', 'x-robots-tag', 'link'];

/** Browsers ask each time whether it is still true: the answer costs them one small round trip. */
const CACHE_CONTROL = 'public, max-age=0, must-revalidate';

export class Press {
  readonly memory: PageMemory;
  readonly #options: PressOptions;
  readonly #inFlight = new Map<string, Promise<Print>>();
  /** Grows with every withdrawal: what was begun before one is not kept after it. */
  #edition = 0;

  constructor(options: PressOptions) {
    this.#options = options;
    this.memory = new PageMemory(options.limit);
  }

  /**
   * Answers a GET or HEAD request for a reader's page.
   * @param path - the address without its query, which no printed page depends on
   */
  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const kept = this.memory.get(path);
    if (kept) {
      if (kept.staleAt <= this.#options.clock.now().getTime()) this.#renew(path, kept);
      return this.#send(request, response, path, kept);
    }
    const print = await this.#print(path);
    if (print.kind === 'page') return this.#send(request, response, path, print.page);
    if (print.answer.status >= 500) return failurePage(request, response);
    sendAnswer(request, response, print.answer);
  }

  /** Drops the pages that were made of one of the tags, and what is being made meanwhile. */
  withdraw(tags: readonly string[]): number {
    this.#edition++;
    this.#inFlight.clear();
    return this.memory.withdraw(tags);
  }

  /** Drops everything: for when rows of the outbox may have been missed. */
  withdrawAll(): void {
    this.#edition++;
    this.#inFlight.clear();
    this.memory.clear();
  }

  /** Makes a page anew while its readers still get the one before. */
  #renew(path: string, kept: Page): void {
    kept.staleAt = Infinity;
    this.#print(path).catch(() => {
      kept.staleAt = 0;
    });
  }

  #print(path: string): Promise<Print> {
    const running = this.#inFlight.get(path);
    if (running) return running;
    const print = this.#make(path).finally(() => {
      if (this.#inFlight.get(path) === print) this.#inFlight.delete(path);
    });
    this.#inFlight.set(path, print);
    return print;
  }

  async #make(path: string): Promise<Print> {
    const { listener, host, clock } = this.#options;
    const edition = this.#edition;
    const { answer, notes } = await collectNotes(() => askDetached(listener, path, host));
    if (answer.status !== 200 || notes.status !== 200) {
      this.memory.delete(path);
      const status = answer.status === 200 ? notes.status : answer.status;
      return { kind: 'answer', answer: { ...answer, status } };
    }
    const page: Page = {
      contentType: answer.header('content-type') ?? 'text/html; charset=utf-8',
      etag: `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`,
      encoded: new Map([['br', await toBrotli(answer.body)]]),
      tags: notes.tags,
      staleAt: clock.now().getTime() + notes.lifetime * 1000,
    };
    if (edition === this.#edition) this.memory.set(path, page);
    return { kind: 'page', page };
  }

  async #send(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    page: Page,
  ): Promise<void> {
    const encoding = preferredEncoding(request.headers['accept-encoding']?.toString());
    const headers: Record<string, string | number> = {
      'content-type': page.contentType,
      'cache-control': CACHE_CONTROL,
      etag: page.etag,
      vary: 'accept-encoding',
    };
    if (request.headers['if-none-match']?.includes(page.etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    let bytes = page.encoded.get(encoding);
    if (!bytes) {
      bytes = await fromBrotli(page.encoded.get('br') as Buffer, encoding);
      if (encoding === 'gzip') {
        page.encoded.set(encoding, bytes);
        if (this.memory.get(path) === page) this.memory.set(path, page);
      }
    }
    if (encoding !== 'identity') headers['content-encoding'] = encoding;
    headers['content-length'] = bytes.byteLength;
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : bytes);
  }
}

/** Hands on an answer that is not kept: a redirect, a missing or a withdrawn page, a failure. */
function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: FinishedAnswer,
): void {
  for (const name of PASSED_HEADERS) {
    const value = answer.header(name);
    if (value !== undefined) response.setHeader(name, value);
  }
  if (answer.status >= 400) response.setHeader('cache-control', 'no-store');
  response.setHeader('content-length', answer.body.byteLength);
  response.writeHead(answer.status).end(request.method === 'HEAD' ? undefined : answer.body);
}
