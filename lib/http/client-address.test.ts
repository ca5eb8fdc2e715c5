import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { CLIENT_ADDRESS, clientAddressBehind, isFromHere, stateAddress } from './client-address.ts';

const request = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({
    socket: { remoteAddress },
    connection: { remoteAddress },
    headers,
  }) as unknown as IncomingMessage;

test('without a trusted proxy forwarding headers are ignored', () => {
  const address = clientAddressBehind([]);
  expect(address(request('::ffff:192.0.2.7', { 'x-forwarded-for': '198.51.100.1' }))).toBe(
    '192.0.2.7',
  );
});

test('a trusted proxy is believed for the hop before it, and for no other', () => {
  const address = clientAddressBehind(['loopback', '10.0.0.0/8']);
  const seen = (remote: string, forwarded: string) =>
    address(request(remote, { 'x-forwarded-for': forwarded }));
  expect(seen('127.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
  // What the reader wrote stands before what our own proxies added.
  expect(seen('::ffff:127.0.0.1', '203.0.113.9, 198.51.100.1, 10.1.2.3')).toBe('198.51.100.1');
  expect(seen('192.0.2.7', '198.51.100.1')).toBe('192.0.2.7');
  expect(seen('127.0.0.1', 'nonsense')).toBe('nonsense');
});

test('a request through a proxy is not local, even if the proxy is', () => {
  expect(isFromHere(request('::1'))).toBe(true);
  expect(isFromHere(request('::ffff:127.0.0.1'))).toBe(true);
  expect(isFromHere(request('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }))).toBe(false);
  expect(isFromHere(request('127.0.0.1', { forwarded: 'for=127.0.0.1' }))).toBe(false);
  expect(isFromHere(request('192.0.2.7'))).toBe(false);
  expect(isFromHere(request('127.0.0.1', { host: 'localhost:3000' }))).toBe(true);
  expect(isFromHere(request('127.0.0.1', { host: 'news.example' }))).toBe(false);
});

test('the framework gets the client’s address from the door, not from forwarding headers', () => {
  const sent = request('192.0.2.7', { 'x-forwarded-host': 'evil', [CLIENT_ADDRESS]: '127.0.0.1' });
  stateAddress(sent, '192.0.2.7');
  expect(sent.headers).toEqual({ [CLIENT_ADDRESS]: '192.0.2.7' });
});
