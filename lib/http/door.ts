/**
 * The door: the HTTP entry point that every request passes first. It sets the headers of every response and
 * passes each request to the page cache, the media store or the framework.
 */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { requestFault, type Fault } from '../log.ts';
import { API } from '../api-addresses.ts';
import { addressOf, isForEverySite, isPrivate, nowhere, type Address } from '../addresses.ts';
import { HOLD_BACK, RETRY_AFTER, TooMuch, unlessTooMuch, type Lane, type Lanes } from '../lanes.ts';
import { answerBadRequests } from './bad-requests.ts';
import { BodyBudget } from './body-budget.ts';
import { stateAddress, type ClientAddress } from './client-address.ts';
import { failurePage } from '../page-cache/failure-page.ts';
import type { HealthAnswer } from './health.ts';
import { isKnown } from '../page-cache/conditional.ts';
import { setCommon, setNotListed, setPermissions, setPrivate, setShared } from './headers.ts';
import { hostCheck } from './hosts.ts';
import { limitBodyTime } from './limit-body-time.ts';
import { HEAD_TIME, MOST_HEAD, refusalOf, UPLOAD_TIME } from './limits.ts';
import { framingOf } from '../page-cache/framing.ts';
import { masked } from './mask.ts';
import { BARE_POLICY } from '../page-cache/finish/policy.ts';
import { STALE, type PageCache } from '../page-cache/page-cache.ts';
import { refuse } from './refusal.ts';
import {
  refuseMissing,
  serveMedia,
  type FileHandler,
  type MediaOptions,
} from '../media/serve-media.ts';
import type { Kind } from './traffic.ts';

export interface DoorOptions extends MediaOptions {
  /**
   * The Strict-Transport-Security header, for a site that readers reach by https, now and later; null sends
   * none.
   */
  transport: string | null;
  pageCache: PageCache;
  /** The queues in which requests of anonymous clients wait for their turn. */
  lanes: Lanes;
  /** Whether a request carries a newsroom session, valid or not. */
  hasSession: (request: IncomingMessage) => boolean;
  /**
   * Whether that session is valid.
   * @throws TooMuch where too many sessions wait to be checked
   */
  isOfNewsroom: (request: IncomingMessage) => Promise<boolean>;
  /** The framework's handler. */
  framework: RequestListener;
  /**
   * Answers `/api/views/<id>` without the framework, because it is requested once for every page that is
   * read.
   */
  views: (request: IncomingMessage, response: ServerResponse, articleId: string) => Promise<void>;
  /** Answers a month's sitemap; false where there is none. */
  sitemaps: (
    request: IncomingMessage,
    response: ServerResponse,
    wanted: Address & { kind: 'sitemap' },
  ) => Promise<boolean>;
  /** The current address, in one hop, for an address of a former site; null where there is none. */
  redirects: (address: string) => Promise<string | null>;
  /** The path of the site's IndexNow key, `/<key>.txt`. */
  keyFile?: string | undefined;
  /** Further headers of every response, in addition to the security headers. */
  headers: Readonly<Record<string, string>>;
  /** Answers files of the build and of `public`; null leaves them to the framework. */
  assets: FileHandler | null;
  health: HealthAnswer;
  /** Answers `/api/metrics`. */
  metrics: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  clientAddress: ClientAddress;
  /** The network that a request comes from; networks take turns in a lane. */
  askerOf: (request: IncomingMessage) => string;
  /** The host names that requests may use; null accepts any. */
  hosts: readonly string[] | null;
  /** Whether the process is stopping: then a connection is closed after its response. */
  isStopping: () => boolean;
  /** Development mode: the framework's own connections are accepted. */
  isEdited?: boolean;
  /** Called after a newsroom request that may have written data has been answered. */
  onWritten: () => void;
  /** Called once per response, without client data. */
  onAnswered: (answered: Answered) => void;
}

/** A response, as it is counted and logged. */
export interface Answered extends Seen {
  method: string;
  /** Without the query, which may contain a reader's search text, and with secret tokens masked. */
  path: string;
  status: number;
  milliseconds: number;
}
interface Seen extends Fault {
  kind: Kind;
  /** Whether the request was refused for lack of capacity. */
  isTooMuch: boolean;
}

/**
 * Milliseconds that an idle connection is kept: longer than the proxy in front of the portal keeps its own
 * (60 s), so that the connection is never closed while the proxy sends a request.
 */
const IDLE_TIME = 65_000;
/**
 * Milliseconds for which a request keeps its place in a lane although its response is not read to the end.
 */
const QUESTION_TIME = 5000;
/** Milliseconds between checks for requests that are too slow. */
const LOOK_EVERY = 2000;

/** Creates the server that serves the portal; it does not listen yet. */
export function createDoor(options: DoorOptions): Server {
  const { isEdited = false, onAnswered } = options;
  const refusalOfHost = hostCheck(options.hosts);
  const bodies = new BodyBudget();
  const serve: RequestListener = (request, response) => {
    const startedAt = performance.now();
    const path = masked(pathOf(request.url ?? ''));
    const seen: Seen = { kind: 'refused', cause: null, isTooMuch: false };
    requestFault
      .run(seen, () => answer(options, { refusalOfHost, bodies }, request, response, seen))
      .catch(async (cause: unknown) => {
        seen.isTooMuch = cause instanceof TooMuch;
        if (seen.isTooMuch) await sleep(HOLD_BACK);
        else seen.cause = cause;
        if (response.headersSent) response.destroy();
        else failurePage(request, response, seen.isTooMuch ? RETRY_AFTER : undefined);
      })
      .finally(() => {
        const { method = '' } = request;
        const milliseconds = performance.now() - startedAt;
        onAnswered({ ...seen, method, path, status: response.statusCode, milliseconds });
      });
  };
  const server = createServer(
    {
      maxHeaderSize: MOST_HEAD,
      headersTimeout: HEAD_TIME,
      requestTimeout: UPLOAD_TIME,
      keepAliveTimeout: IDLE_TIME,
      connectionsCheckingInterval: LOOK_EVERY,
      // In development the framework reports changes to the browser over a connection of its own.
      shouldUpgradeCallback: () => isEdited,
    },
    serve,
  );
  // A client that waits for 100 Continue gets a refusal before it sends the body.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!refusalOf(request)) response.writeContinue();
    serve(request, response);
  });
  answerBadRequests(server, (status) => onAnswered({ ...NOBODY, status }));
  return server;
}

/** The log record of data that never became a request. */
const NOBODY = {
  kind: 'refused',
  cause: null,
  isTooMuch: false,
  method: '',
  path: '',
  milliseconds: 0,
} as const;

/** Answers in a lane. A client that reads the response slowly does not block other requests. */
async function answerIn<Answer>(lane: Lane, asker: string, answer: () => Answer | Promise<Answer>) {
  let answering: Promise<Answer> | undefined;
  await lane.run(asker, async () => {
    answering = Promise.resolve(answer());
    await Promise.race([answering, sleep(QUESTION_TIME, undefined, { ref: false })]);
  });
  return answering as Promise<Answer>;
}

/** The lane in which a request to the newsroom waits; null, which does not wait, with a valid session. */
async function laneTo(
  { lanes, hasSession, isOfNewsroom }: DoorOptions,
  request: IncomingMessage,
): Promise<Lane | null> {
  // While the database does not answer, the request waits in a lane: the framework then reports the fault.
  const isOfIt = hasSession(request) && (await isOfNewsroom(request).catch(unlessTooMuch));
  return isOfIt ? null : lanes.strangers;
}

/** Answers with a page of the newsroom, or a preview. */
async function answerWork(
  options: DoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const framing = framingOf(request.url ?? '');
  if (framing === 'framed') response.setHeader('x-frame-options', 'SAMEORIGIN');
  const lane = await laneTo(options, request);
  return options.pageCache.answerFresh(request, response, {
    url: null,
    defers: false,
    framing,
    lane,
  });
}

/**
 * Answers 304 where the client already has a file: the file server itself compares a single tag, as text.
 */
function answerKnown(request: IncomingMessage, response: ServerResponse): void {
  const asked = { ...request.headers };
  delete request.headers['if-none-match'];
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, headers?: Record<string, string>) => {
    const { ETag: etag } = headers ?? {};
    const modifiedAt = Date.parse(headers?.['Last-Modified'] ?? '') || null;
    const isSame = status === 200 && etag !== undefined && isKnown(asked, { etag, modifiedAt });
    return writeHead(isSame ? 304 : status, headers);
  }) as typeof response.writeHead;
}

/** A static file. Where there is none, a navigation gets the 404 page, a subresource the bare status. */
function answerAsset(
  assets: FileHandler,
  pageCache: PageCache,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  answerKnown(request, response);
  return new Promise((resolve, reject) => {
    response.once('close', resolve);
    assets(request, response, () => {
      const { accept = '', 'accept-language': language } = request.headers;
      if (!accept.startsWith('text/html')) return refuseMissing(response);
      pageCache.answer(request, response, nowhere(language)).catch(reject);
    });
  });
}

const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? url;

async function answer(
  options: DoorOptions,
  guards: { refusalOfHost: ReturnType<typeof hostCheck>; bodies: BodyBudget },
  request: IncomingMessage,
  response: ServerResponse,
  seen: Seen,
): Promise<void> {
  const { transport, pageCache, lanes, framework, views, assets, hasSession } = options;
  const { sitemaps, redirects, headers, health, metrics, clientAddress, askerOf } = options;
  const makeMedia = (path: string) =>
    lanes.pictures.run(askerOf(request), () => options.makeMedia(path));
  setCommon(response, transport, headers);
  if (options.isStopping()) response.shouldKeepAlive = false;
  const refusal = refusalOf(request);
  if (refusal) return refuse(response, refusal);
  const address = addressOf(
    request.url ?? '/',
    request.headers['accept-language'],
    options.keyFile,
  );
  setPermissions(response, address.kind);
  // Monitoring requests the process by its IP address, so this comes before the host check.
  if (address.kind === 'health') {
    seen.kind = 'health';
    return health(request, response, address.probe);
  }
  if (address.kind === 'metrics') {
    seen.kind = 'metrics';
    return metrics(request, response);
  }
  const misdirected = guards.refusalOfHost(request.headers.host);
  if (misdirected) return refuse(response, misdirected);
  seen.kind = address.kind;
  if (isForEverySite(request.url ?? '')) setShared(response);
  if (!guards.bodies.admit(request, response, hasSession(request))) return;
  limitBodyTime(request, response);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && mayBeFormer(address, request.url ?? '/', pageCache)) {
    // Where the database cannot be queried, the address is answered as if no redirect existed.
    const look = () => redirects(request.url ?? '/').catch(() => null);
    const to = await lanes.redirects.run(askerOf(request), look);
    if (to !== null) return void response.writeHead(308, { location: to }).end();
  }
  if (address.kind === 'sitemap' && isRead) {
    const write = () => sitemaps(request, response, address);
    if (await answerIn(lanes.questions, askerOf(request), write)) return;
  }
  switch (address.kind) {
    case 'undecodable':
      return refuse(response, UNDECODABLE);
    case 'moved':
      response.writeHead(308, { location: address.to }).end();
      return;
    case 'views':
      response.setHeader('content-security-policy', BARE_POLICY);
      return views(request, response, address.articleId);
    case 'media':
      if (!isRead) return refuseMethod(request, response);
      response.setHeader('content-security-policy', BARE_POLICY);
      response.setHeader('cross-origin-resource-policy', 'cross-origin');
      request.url = address.path;
      return serveMedia({ ...options, makeMedia }, request, response, address.path);
    case 'asset':
      if (!isRead) return refuseMethod(request, response);
      // A file is sent complete: a server may ignore a range (RFC 9110, 14.2).
      delete request.headers.range;
      if (!assets) return void (await framework(request, response));
      return answerAsset(assets, pageCache, request, response);
    // A sitemap that does not exist is answered as a page that does not exist.
    case 'sitemap':
    case 'page':
    case 'unknown':
      if (!isRead) return refuseMethod(request, response);
      return pageCache.answer(request, response, address.path);
    case 'data':
      if (!isRead) return refuseMethod(request, response);
      return pageCache.answerData(request, response, address);
    case 'search':
      if (!isRead) return refuseMethod(request, response);
      setNotListed(response);
      return pageCache.answerFresh(request, response, {
        url: request.url ?? '/',
        defers: true,
        lane: lanes.searches,
      });
    case 'work':
      if (request.method === 'OPTIONS') return refuseMethod(request, response);
      setPrivate(response);
      stateAddress(request, clientAddress(request));
      return answerWork(options, request, response);
    case 'framework':
      if (request.url?.startsWith(API)) setNotListed(response);
      response.setHeader('content-security-policy', BARE_POLICY);
      stateAddress(request, clientAddress(request));
      if (isPrivate(request.url ?? '/')) {
        setPrivate(response);
        const lane = await laneTo(options, request);
        const write = () => framework(request, response);
        await (lane ? answerIn(lane, askerOf(request), write) : write());
        if (!isRead && response.statusCode < 400) options.onWritten();
        return;
      }
      return answerIn(lanes.questions, askerOf(request), () => framework(request, response));
  }
}

const UNDECODABLE = { status: 400, sentence: 'The bytes of this address are no text (UTF-8).' };

/** A read-only address: OPTIONS returns its methods (RFC 9110, 9.3.7), every other method is refused. */
function refuseMethod({ method }: IncomingMessage, response: ServerResponse): void {
  const headers = { allow: 'GET, HEAD, OPTIONS', 'content-security-policy': BARE_POLICY };
  response.writeHead(method === 'OPTIONS' ? 204 : 405, headers).end();
}

/**
 * Whether an address may belong to a former site: any that is not a page in memory. Addresses that programs
 * request by the thousand are not looked up.
 */
function mayBeFormer(address: Address, url: string, pageCache: PageCache): boolean {
  switch (address.kind) {
    case 'undecodable':
    case 'unknown':
    case 'moved':
      return true;
    case 'page': {
      if (pageCache.absentAt(address.path)) return false;
      const kept = pageCache.memory.get(address.path);
      // A stale page is sent at once: the database is not queried a second time for it.
      return !kept || (kept.isInvalid && kept.headers[STALE] === undefined);
    }
    case 'framework':
      return url.startsWith('/?');
    default:
      return false;
  }
}
