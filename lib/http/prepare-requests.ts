import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { FRONT_HEADER } from '../front-header.ts';
import { addressOf } from '../addresses.ts';
import { UNDECODABLE_ADDRESS } from '../api-addresses.ts';
import { enterNotes, type BareScripts } from '../page-tags.ts';
import { stateAddress, type ClientAddress } from './client-address.ts';

/** Published by `node:http` before a server handles a request (Node's documentation, diagnostics_channel). */
const REQUEST_STARTS = 'http.server.request.start';

/**
 * Prepares each request to any server of this process before it is handled, for a process without the door:
 * its headers state the client's address, a page can set the status of its response and contain its scripts,
 * and an address that no page can have leads to the handler that refuses it, or to the page that says so.
 * @param scripts - the page's own scripts
 */
export function prepareRequests(clientAddress: ClientAddress, scripts: BareScripts): void {
  subscribe(REQUEST_STARTS, (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    stateAddress(request, clientAddress(request));
    if (request.headers[FRONT_HEADER] !== undefined) delete request.headers[FRONT_HEADER];
    const { url = '/' } = request;
    enterNotes({
      url,
      scripts,
      onStatus: (status) => {
        if (!response.headersSent) response.statusCode = status;
      },
    });
    const address = addressOf(url, request.headers['accept-language']);
    if (address.kind === 'undecodable') request.url = UNDECODABLE_ADDRESS;
    // The framework answers some escapes with 500: `%` that nothing follows, `%00`.
    if (address.kind === 'unknown' && url.split('?', 1)[0]?.includes('%'))
      request.url = address.path;
  });
}
