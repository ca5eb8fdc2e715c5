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
import type { Server as NetServer } from 'node:net';
import { CodedError } from '../errors.ts';
import { addressOf, isPrivate, type Address } from './addresses.ts';
import { CLIENT_ADDRESS } from './client-address.ts';
import { failurePage } from './failure-page.ts';
import { BARE_POLICY } from './policy.ts';
import type { Press } from './press.ts';

/** Answers from a folder, and calls back when there is no such file. */
export type FileHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  missing: () => void,
) => void;

export interface DoorOptions {
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
  /** Answers `/media/…`, and calls back when there is no such file. */
  media: FileHandler;
  /** Makes a file of the media store that is missing, where it can be made, and says whether it did. */
  makeMedia: (path: string) => Promise<boolean>;
  /** Answers files of the build and of `public`; null leaves them to the framework. */
  assets: FileHandler | null;
  onError: (cause: unknown, url: string) => void;
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

/** What is answered at all; TRACE and CONNECT are not. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Milliseconds: a client that takes longer to send its headers, or its whole request, is dropped. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;

function setPrivate(response: ServerResponse): void {
  for (const [name, value] of Object.entries(PRIVATE_HEADERS)) response.setHeader(name, value);
}

/** Makes the server that serves the portal; it does not listen yet. */
export function createDoor(options: DoorOptions): Server {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((cause: unknown) => {
      options.onError(cause, request.url ?? '');
      if (response.headersSent) response.destroy();
      else failurePage(request, response);
    });
  });
  server.headersTimeout = HEADERS_TIMEOUT;
  server.requestTimeout = REQUEST_TIMEOUT;
  return server;
}

async function answer(
  options: DoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { isSecure, press, framework, views, media, makeMedia, assets } = options;
  const { sitemaps, redirects, headers } = options;
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  if (isSecure)
    response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  // Only what the door itself saw: a sign-in is throttled by it.
  request.headers[CLIENT_ADDRESS] = request.socket.remoteAddress ?? '';
  if (!METHODS.has(request.method ?? '')) {
    response.writeHead(501, { 'content-security-policy': BARE_POLICY }).end();
    return;
  }
  const address = addressOf(request.url ?? '/', request.headers['accept-language']);
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
      if (request.headers.rsc !== undefined) return void (await framework(request, response));
      return press.answer(request, response, address.path);
    case 'data':
      if (!isRead) return refuseMethod(response);
      return press.answerData(request, response, address.path);
    case 'search':
      if (!isRead) return refuseMethod(response);
      return press.answerFresh(request, response, { url: request.url ?? '/', defers: true });
    case 'work':
      setPrivate(response);
      return press.answerFresh(request, response, { url: null, defers: false });
    case 'framework':
      if (isPrivate(request.url ?? '/')) setPrivate(response);
      response.setHeader('content-security-policy', BARE_POLICY);
      await framework(request, response);
  }
}

const refuseMissing = (response: ServerResponse) =>
  void response.writeHead(404, { 'cache-control': 'no-store' }).end();

/** A file of the media store; one that is missing is asked for again when it could be made. */
function serveMedia(
  { media, makeMedia }: Pick<DoorOptions, 'media' | 'makeMedia'>,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    media(request, response, () => {
      makeMedia(path.split('?')[0] ?? path).then((isMade) => {
        if (isMade) media(request, response, () => refuseMissing(response));
        else refuseMissing(response);
        resolve();
      }, reject);
    });
    // Nothing more is to be done here for a file that was found.
    response.once('close', resolve);
  });
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
    case 'page':
      return press.memory.get(address.path)?.isWithdrawn ?? true;
    case 'framework':
      return /^\/(\?|[^/?]+\.)/.test(url);
    default:
      return false;
  }
}

/**
 * Starts to listen.
 * @throws CodedError `port_taken` or `port_refused` in a sentence for the operator
 */
export function listen(server: NetServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const sentence =
        cause.code === 'EADDRINUSE'
          ? `Port ${port} is taken by another program: stop it, or set PORT to a free one.`
          : `Port ${port} cannot be opened (${cause.code}): set PORT to one that this user may open.`;
      reject(
        new CodedError(cause.code === 'EADDRINUSE' ? 'port_taken' : 'port_refused', sentence, {
          cause,
        }),
      );
    });
    server.listen(port, resolve);
  });
}
