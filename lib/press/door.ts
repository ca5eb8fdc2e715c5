/**
 * The door: what every request passes first. It sets the headers that every answer carries and hands each request to the press, the media store or the framework.
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
import { CLIENT_ADDRESS } from './client-address.ts';
import { addressOf, isPrivate } from './addresses.ts';
import { failurePage } from './failure-page.ts';
import type { Press } from './press.ts';

/** Answers from a folder, and calls back when there is no such file. */
export type FileHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  missing: () => void,
) => void;

export interface DoorOptions {
  press: Press;
  /** The framework's handler. */
  framework: RequestListener;
  /** Answers `/api/views/<id>`: asked once for every page that is read, it does not pass the framework. */
  views: (request: IncomingMessage, response: ServerResponse, articleId: string) => Promise<void>;
  /** Answers `/media/…`, and calls back when there is no such file. */
  media: FileHandler;
  /** Answers files of the build and of `public`; null leaves them to the framework. */
  assets: FileHandler | null;
  onError: (cause: unknown, url: string) => void;
}

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** What the newsroom and previews carry: nobody keeps, lists or is told of them. */
const PRIVATE_HEADERS = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
} as const;

/** Milliseconds: a client that takes longer to send its headers, or its whole request, is dropped. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;

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
  { press, framework, views, media, assets }: DoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  const address = addressOf(request.url ?? '/', request.headers['accept-language']);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  switch (address.kind) {
    case 'moved':
      response.writeHead(308, { location: address.to }).end();
      return;
    case 'views':
      return views(request, response, address.articleId);
    case 'media':
      request.url = address.path;
      return media(request, response, () => {
        response.writeHead(404, { 'cache-control': 'no-store' }).end();
      });
    case 'asset':
      if (!assets) return void (await framework(request, response));
      return assets(request, response, () => {
        response.writeHead(404, { 'cache-control': 'no-store' }).end();
      });
    case 'page':
    case 'unknown':
      if (isRead) return press.answer(request, response, address.path);
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    case 'framework':
      if (isPrivate(request.url ?? '/')) {
        for (const [name, value] of Object.entries(PRIVATE_HEADERS))
          response.setHeader(name, value);
        // Only what the door itself saw: a sign-in is throttled by it.
        request.headers[CLIENT_ADDRESS] = request.socket.remoteAddress ?? '';
      }
      await framework(request, response);
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
