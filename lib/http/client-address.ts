/**
 * Determines the client address of a request. A proxy that the operator trusts is believed when it names
 * its client, and so is the proxy before it, as long as each is trusted; X-Forwarded-For of any other
 * sender is ignored.
 */
import type { IncomingMessage } from 'node:http';
import proxyAddress from 'proxy-addr';
import { isHere } from './hosts.ts';

/**
 * The header that passes the client's address to route handlers; a value that the client sent is
 * overwritten.
 */
export const CLIENT_ADDRESS = 'x-caliber-client-address';

/** The prefix of an IPv4 address on a socket that accepts both IPv4 and IPv6. */
const MAPPED = /^::ffff:(?=\d+\.)/i;

/**
 * The header that states to route handlers that a request was sent on this machine; a value that the client
 * sent is overwritten.
 */
export const FROM_HERE = 'x-caliber-from-here';

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

/** Whether a request was sent on this machine, and not by a proxy for another client. */
export function isFromHere(request: IncomingMessage): boolean {
  const address = (request.socket.remoteAddress ?? '').replace(MAPPED, '');
  const isLoopback = address === '::1' || address.startsWith('127.');
  // A proxy that sends no forwarding header still requests the site by its name.
  if (!isHere(request.headers.host ?? 'localhost')) return false;
  return isLoopback && !FORWARDING.some((name) => request.headers[name] !== undefined);
}

/**
 * Headers in which a proxy describes its client. They are hidden from the framework, which knows the site's
 * address.
 */
const FORWARDING = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
].concat(['forwarded', 'x-real-ip']);

/**
 * Removes the forwarding headers, which any client can send, and sets the address that the door determined.
 * @param address - the client's, from {@link clientAddressBehind}
 */
export function stateAddress(request: IncomingMessage, address: string): void {
  if (isFromHere(request)) request.headers[FROM_HERE] = '1';
  else if (request.headers[FROM_HERE] !== undefined) delete request.headers[FROM_HERE];
  for (const name of FORWARDING)
    if (request.headers[name] !== undefined) delete request.headers[name];
  request.headers[CLIENT_ADDRESS] = address;
}
