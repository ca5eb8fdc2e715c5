import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { hostCheck } from '../hosts.ts';
import { bodyTime, MOST_ADDRESS, mostBody, refusalOf } from './limits.ts';

const request = (url: string, headers: Record<string, string> = {}, method = 'POST') =>
  ({ method, url, headers }) as unknown as IncomingMessage;
const UPLOADS = '/api/newsroom/media/uploads/x';
const status = (...wish: Parameters<typeof request>) => refusalOf(request(...wish))?.status ?? null;

test('a body may be as long as what it is sent to can need', () => {
  for (const path of [
    '/api/views/1',
    '/en',
    '/api/newsroom/session',
    '/api/newsroom/people',
    UPLOADS,
  ]) {
    const most = mostBody(path);
    expect([path, status(path, { 'content-length': String(most) })]).toEqual([path, null]);
    expect([path, status(path, { 'content-length': String(most + 1) })]).toEqual([path, 413]);
  }
  expect(mostBody('/api/newsroom/articles/1')).toBeLessThan(mostBody(UPLOADS));
  expect(mostBody('/api/newsroom/people')).toBeLessThan(mostBody('/api/newsroom/articles/1'));
});

test('a client without a session may send at most a form: 16 kB', () => {
  for (const path of ['session', 'join', 'forgotten'])
    expect([path, mostBody(`/api/newsroom/${path}`)]).toEqual([path, 16 * 1024]);
});

test('a compressed body and a body without a length are refused', () => {
  for (const coding of ['gzip', 'br', 'deflate, gzip'])
    expect(status('/api/views/1', { 'content-encoding': coding })).toBe(415);
  expect(status('/api/views/1', { 'content-encoding': 'identity' })).toBe(null);
  expect(status('/api/views/1', { 'transfer-encoding': 'chunked' })).toBe(411);
});

test('an address is a path, and no longer than a search', () => {
  expect(status('http://news.example/en', {}, 'GET')).toBe(400);
  expect(status('*', {}, 'OPTIONS')).toBe(400);
  expect(status(`/${'x'.repeat(MOST_ADDRESS)}`, {}, 'GET')).toBe(414);
  expect(status(`/${'x'.repeat(MOST_ADDRESS - 1)}`, {}, 'GET')).toBe(null);
});

test('no other protocol is supported, but an upgrade header for HTTP/2 is ignored', () => {
  expect(status('/en', { upgrade: 'websocket' }, 'GET')).toBe(501);
  expect(status('/en', { upgrade: 'WebSocket' }, 'GET')).toBe(501);
  expect(status('/en', { upgrade: 'h2c' }, 'GET')).toBe(null);
  expect(status('/en', {}, 'TRACE')).toBe(501);
});

test('a picture may take longer than a form, and a request without a body has no time limit', () => {
  expect(bodyTime(request('/en', {}, 'GET'))).toBe(0);
  expect(bodyTime(request('/api/views/1', { 'content-length': '0' }))).toBe(0);
  const timed = (path: string) => bodyTime(request(path, { 'content-length': '9' }));
  expect(timed(UPLOADS)).toBeGreaterThan(timed('/api/newsroom/session'));
  expect(timed('/api/views/1')).toBeGreaterThan(0);
});

test('a portal that knows its name answers to it, to the machine’s own, and to no other', () => {
  const check = hostCheck(['News.example', 'old.example:8080']);
  for (const host of ['news.example', 'NEWS.example:443', 'old.example:8080', '[::1]:3000'])
    expect([host, check(host)]).toEqual([host, null]);
  expect(check('localhost:4100')).toBe(null);
  for (const host of [undefined, '', 'evil.example', 'news.example.evil.example', 'old.example'])
    expect([host, check(host)?.status]).toEqual([host, 421]);
  expect(hostCheck(null)('anything')).toBe(null);
});
