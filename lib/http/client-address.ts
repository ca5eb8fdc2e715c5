/**
 * Where a request came from. A proxy that the operator trusts is believed when it says for whom it asks,
 * and the proxy before it, as far as trust goes; what anybody else writes into X-Forwarded-For is nothing.
 */
import type { IncomingMessage } from 'node:http';
import proxyAddress from 'proxy-addr';
import { isHere } from './hosts.ts';

/** The header that carries the client's address to route handlers; one that the sender set is overwritten. */
export const CLIENT_ADDRESS = 'x-caliber-client-address';

/** An IPv4 address that came by a socket for both. */
const MAPPED = /^::ffff:(?=\d+\.)/i;

export type ClientAddress = (request: IncomingMessage) => string;

/**
 * Creates a client-IP resolver.
 * @param trusted - addresses and networks (`10.0.0.0/8`, `loopback`) whose X-Forwarded-For is believed
 */
export function clientAddressBehind(trusted: readonly string[]): ClientAddress {
  const isTrusted = proxyAddress.compile([...trusted]);
  return (request) => {
    const address =
      trusted.length === 0 ? request.socket.remoteAddress : proxyAddress(request, isTrusted);
    return (address ?? '').replace(MAPPED, '');
  };
}

/** Whether a request was sent on this machine, and by nobody on another's behalf. */
export function isFromHere(request: IncomingMessage): boolean {
  const address = (request.socket.remoteAddress ?? '').replace(MAPPED, '');
  const isLoopback = address === '::1' || address.startsWith('127.');
  // A proxy that says nothing of whom it asks for still asks for the site by its name.
  if (!isHere(request.headers.host ?? 'localhost')) return false;
  return isLoopback && !FORWARDING.some((name) => request.headers[name] !== undefined);
}

/** What a proxy says of who asked it. The framework is not to hear it: it knows the site's address. */
const FORWARDING = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
].concat(['forwarded', 'x-real-ip']);

/** Takes away what proxies, or whoever plays one, say, and puts what the door knows in its place. */
export function stateAddress(request: IncomingMessage, address: string): void {
  for (const name of FORWARDING)
    if (request.headers[name] !== undefined) delete request.headers[name];
  request.headers[CLIENT_ADDRESS] = address;
}
