/**
 * The door: what every request passes first. It sets the headers that every answer carries and hands each
 * request to the press, the media store or the framework.
 */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { requestFault, type Fault } from '../log.ts';
import { addressOf, isPrivate, type Address } from './addresses.ts';
import { answerBadRequests } from './bad-requests.ts';
import { stateAddress, type ClientAddress } from './client-address.ts';
import { failurePage } from './failure-page.ts';
import type { HealthAnswer } from './health.ts';
import { hostCheck } from './hosts.ts';
import { limitBodyTime } from './limit-body-time.ts';
import { HEAD_TIME, MOST_HEAD, refusalOf, UPLOAD_TIME } from './limits.ts';
import { framingOf } from './framing.ts';
import { BARE_POLICY } from './policy.ts';
import { STALE, type Press } from './press.ts';
import { refuse } from './refusal.ts';
import { refuseMissing, serveMedia, type FileHandler, type MediaOptions } from './serve-media.ts';
import type { Kind } from './traffic.ts';

export interface DoorOptions extends MediaOptions {
  /** Whether readers come by https, and shall for ever. */
  isSecure: boolean;
  press: Press;
  /** The framework's handler. */
  framework: RequestListener;
  /** Answers `/api/views/<id>`: asked once for every page that is read, it does not pass the framework. */
  views: (request: IncomingMessage, response: ServerResponse, articleId: string) => Promise<void>;
  /** Answers a month's sitemap, or false where there is none. */
  sitemaps: (
    request: IncomingMessage,
    response: ServerResponse,
    wanted: Address & { kind: 'sitemap' },
  ) => Promise<boolean>;
  /** Where an address of a former site leads now, in one hop, or null. */
  redirects: (address: string) => Promise<string | null>;
  /** What every answer says beside what is said for safety. */
  headers: Readonly<Record<string, string>>;
  /** Answers files of the build and of `public`; null leaves them to the framework. */
  assets: FileHandler | null;
  health: HealthAnswer;
  /** Answers `/api/metrics`. */
  metrics: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  clientAddress: ClientAddress;
  /** The names that requests may ask for; null takes any. */
  hosts: readonly string[] | null;
  /** Whether the process has been told to end: then no connection outlives its answer. */
  isStopping: () => boolean;
  /** While one edits, the framework's own connections pass. */
  isEdited?: boolean;
  /** Told of every answer, once; of nobody who asked. */
  onAnswered: (answered: Answered) => void;
}

/** An answer, as it is counted and logged. */
export interface Answered extends Seen {
  method: string;
  /** Without the query, which may hold what somebody searched for. */
  path: string;
  status: number;
  milliseconds: number;
}
interface Seen extends Fault {
  kind: Kind;
}

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), ' +
    'magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()',
} as const;

/** What the newsroom and previews carry: nobody keeps, lists or is told of them. */
const PRIVATE_HEADERS = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
} as const;

/** What is an answer to one question, or the framework's to itself, is no page to be found: robots.txt lets a crawler in to read so. */
const NOT_LISTED = { name: 'x-robots-tag', value: 'noindex, follow' } as const;

/** Milliseconds that an idle connection is kept: longer than the proxy before us keeps its own (60 s), so that it is never cut off while it asks. */
const IDLE_TIME = 65_000;
/** Milliseconds between looks for requests that are too slow. */
const LOOK_EVERY = 2000;

function setPrivate(response: ServerResponse): void {
  for (const [name, value] of Object.entries(PRIVATE_HEADERS)) response.setHeader(name, value);
}

/** Makes the server that serves the portal; it does not listen yet. */
export function createDoor(options: DoorOptions): Server {
  const { isEdited = false, onAnswered } = options;
  const refusalOfHost = hostCheck(options.hosts);
  const serve: RequestListener = (request, response) => {
    const startedAt = performance.now();
    const path = pathOf(request.url ?? '');
    const seen: Seen = { kind: 'refused', cause: null };
    requestFault
      .run(seen, () => answer(options, refusalOfHost, request, response, seen))
      .catch((cause: unknown) => {
        seen.cause = cause;
        if (response.headersSent) response.destroy();
        else failurePage(request, response);
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
      // While one edits, the framework tells the browser of each change over a connection of its own.
      shouldUpgradeCallback: () => isEdited,
    },
    serve,
  );
  // Who asks before sending a body is told what is wrong with it before it is sent.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!refusalOf(request)) response.writeContinue();
    serve(request, response);
  });
  answerBadRequests(server, (status) =>
    onAnswered({ kind: 'refused', cause: null, method: '', path: '', status, milliseconds: 0 }),
  );
  return server;
}

/** A page of the newsroom, or a preview. */
function answerWork(press: Press, request: IncomingMessage, response: ServerResponse) {
  const framing = framingOf(request.url ?? '');
  if (framing === 'framed') response.setHeader('x-frame-options', 'SAMEORIGIN');
  return press.answerFresh(request, response, { url: null, defers: false, framing });
}

const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? url;

async function answer(
  options: DoorOptions,
  refusalOfHost: ReturnType<typeof hostCheck>,
  request: IncomingMessage,
  response: ServerResponse,
  seen: Seen,
): Promise<void> {
  const { isSecure, press, framework, views, media, makeMedia, assets } = options;
  const { sitemaps, redirects, headers, health, metrics, clientAddress } = options;
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  if (isSecure)
    response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (options.isStopping()) response.shouldKeepAlive = false;
  const refusal = refusalOf(request);
  if (refusal) return refuse(response, refusal);
  const address = addressOf(request.url ?? '/', request.headers['accept-language']);
  // Whoever watches over the process asks for it by its number.
  if (address.kind === 'health') {
    seen.kind = 'health';
    return health(request, response, address.probe);
  }
  if (address.kind === 'metrics') {
    seen.kind = 'metrics';
    return metrics(request, response);
  }
  const misdirected = refusalOfHost(request.headers.host);
  if (misdirected) return refuse(response, misdirected);
  limitBodyTime(request, response);
  seen.kind = address.kind;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && mayBeFormer(address, request.url ?? '/', press)) {
    // An address that the database cannot be asked about is answered as if it led nowhere.
    const to = await redirects(request.url ?? '/').catch(() => null);
    if (to !== null) return void response.writeHead(308, { location: to }).end();
  }
  if (address.kind === 'sitemap' && isRead && (await sitemaps(request, response, address))) return;
  switch (address.kind) {
    case 'moved':
      response.writeHead(308, { location: address.to }).end();
      return;
    case 'views':
      response.setHeader('content-security-policy', BARE_POLICY);
      return views(request, response, address.articleId);
    case 'media':
      response.setHeader('content-security-policy', BARE_POLICY);
      response.setHeader('cross-origin-resource-policy', 'cross-origin');
      request.url = address.path;
      return serveMedia({ media, makeMedia }, request, response, address.path);
    case 'asset':
      if (!assets) return void (await framework(request, response));
      return assets(request, response, () => refuseMissing(response));
    // A sitemap that is none is a page that is none.
    case 'sitemap':
    case 'page':
    case 'unknown':
      if (!isRead) return refuseMethod(response);
      // The framework's own way of moving between pages; ours are links, but it is answered as it expects.
      if (request.headers.rsc !== undefined) {
        response.setHeader(NOT_LISTED.name, NOT_LISTED.value);
        stateAddress(request, clientAddress(request));
        return void (await framework(request, response));
      }
      return press.answer(request, response, address.path);
    case 'data':
      if (!isRead) return refuseMethod(response);
      return press.answerData(request, response, address);
    case 'search':
      if (!isRead) return refuseMethod(response);
      response.setHeader(NOT_LISTED.name, NOT_LISTED.value);
      return press.answerFresh(request, response, { url: request.url ?? '/', defers: true });
    case 'work':
      setPrivate(response);
      stateAddress(request, clientAddress(request));
      return answerWork(press, request, response);
    case 'framework':
      if (request.url?.startsWith('/api/')) response.setHeader(NOT_LISTED.name, NOT_LISTED.value);
      if (isPrivate(request.url ?? '/')) setPrivate(response);
      response.setHeader('content-security-policy', BARE_POLICY);
      stateAddress(request, clientAddress(request));
      await framework(request, response);
  }
}

function refuseMethod(response: ServerResponse): void {
  response.writeHead(405, { allow: 'GET, HEAD', 'content-security-policy': BARE_POLICY }).end();
}

/**
 * Whether an address may be one of a former site: any that is not a page in memory. Those that a program
 * asks for by the thousand are not looked up.
 */
function mayBeFormer(address: Address, url: string, press: Press): boolean {
  switch (address.kind) {
    case 'unknown':
    case 'moved':
      return true;
    case 'page': {
      const kept = press.memory.get(address.path);
      // One that could not be made anew is shown at once: the database is not asked twice over for it.
      return !kept || (kept.isWithdrawn && kept.headers[STALE] === undefined);
    }
    case 'framework':
      return /^\/(\?|[^/?]+\.)/.test(url);
    default:
      return false;
  }
}
