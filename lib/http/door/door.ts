/**
 * The door: the HTTP entry point that every request passes first. `admit.ts` refuses what may not pass, and
 * `answer-address.ts` answers the rest.
 */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { HOLD_BACK, RETRY_AFTER, TooMuch } from '../../lanes.ts';
import { requestFault } from '../../log.ts';
import { failurePage } from '../../page-cache/failure-page.ts';
import { admit, openGuards } from './admit.ts';
import { answerAddress } from './answer-address.ts';
import { answerBadRequests } from './bad-requests.ts';
import type { DoorOptions, Seen } from './door-options.ts';
import { HEAD_TIME, MOST_HEAD, refusalOf, UPLOAD_TIME } from './limits.ts';
import { masked } from '../mask.ts';

/**
 * Milliseconds that an idle connection is kept: longer than the proxy in front of the portal keeps its own
 * (60 s), so that the connection is never closed while the proxy sends a request.
 */
const IDLE_TIME = 65_000;
/** Milliseconds between checks for requests that are too slow. */
const LOOK_EVERY = 2000;

/** Creates the server that serves the portal; it does not listen yet. */
export function createDoor(options: DoorOptions): Server {
  const { isEdited = false, onAnswered } = options;
  const guards = openGuards(options);
  const answer = async (request: IncomingMessage, response: ServerResponse, seen: Seen) => {
    const address = await admit(options, guards, request, response, seen);
    if (address) await answerAddress(options, request, response, address);
  };
  const serve: RequestListener = (request, response) => {
    const startedAt = performance.now();
    const path = masked(pathOf(request.url ?? ''));
    const seen: Seen = { kind: 'refused', cause: null, isTooMuch: false };
    requestFault
      .run(seen, () => answer(request, response, seen))
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

const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? url;
