import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { FRONT_HEADER } from '../front-header.ts';
import { enterNotes } from '../page-tags.ts';
import { stateAddress, type ClientAddress } from './client-address.ts';

/** Published by `node:http` before a server handles a request (Node's documentation, diagnostics_channel). */
const REQUEST_STARTS = 'http.server.request.start';

/**
 * Prepares each request to any server of this process before it is handled, for a process without the door:
 * its headers state the client's address, and a page can set the status of its response.
 */
export function prepareRequests(clientAddress: ClientAddress): void {
  subscribe(REQUEST_STARTS, (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    stateAddress(request, clientAddress(request));
    if (request.headers[FRONT_HEADER] !== undefined) delete request.headers[FRONT_HEADER];
    enterNotes({
      url: request.url ?? '/',
      onStatus: (status) => {
        if (!response.headersSent) response.statusCode = status;
      },
    });
  });
}
