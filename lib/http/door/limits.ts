/** The limits of a request: each has a name, a status and a sentence. */
import type { IncomingMessage } from 'node:http';
import { NEWSROOM_API, UPLOADS as UPLOADS_API } from '../../api-addresses.ts';
import type { Refusal } from '../refusal.ts';

/** Most bytes of an address; the longest that a person types is a search. */
export const MOST_ADDRESS = 12_000;
/** Most bytes of a request's first line and headers together. */
export const MOST_HEAD = 24 * 1024;

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** Most bytes of a body, by the address; the first match counts. An uploaded picture may be large. */
const UPLOADS = { under: UPLOADS_API, most: 32 * MEGABYTE };
const BODIES = [
  UPLOADS,
  { under: `${NEWSROOM_API}articles`, most: 4 * MEGABYTE },
  // A client without a session sends no more than a form.
  { under: `${NEWSROOM_API}session`, most: 16 * KILOBYTE },
  { under: `${NEWSROOM_API}join`, most: 16 * KILOBYTE },
  { under: `${NEWSROOM_API}forgotten`, most: 16 * KILOBYTE },
  { under: NEWSROOM_API, most: 256 * KILOBYTE },
  { under: '/', most: 16 * KILOBYTE },
] as const;

/** Milliseconds within which the headers, a body, and a body that is a picture must have arrived. */
export const HEAD_TIME = 10_000;
const BODY_TIME = 30_000;
export const UPLOAD_TIME = 300_000;

const BAD_BODY = { isLast: true } as const;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Checks a request before any work is done for it.
 * @returns why it is refused, or null
 */
export function refusalOf(request: IncomingMessage): Refusal | null {
  const { method = '', url = '', headers } = request;
  if (!METHODS.has(method)) {
    return { status: 501, sentence: `The method ${method} is not known here.`, ...BAD_BODY };
  }
  if (headers.upgrade !== undefined && /websocket/i.test(headers.upgrade)) {
    const sentence = 'This server does not change to another protocol.';
    return { status: 501, sentence, ...BAD_BODY };
  }
  if (!url.startsWith('/')) {
    const sentence = 'This is no proxy: ask for a path that begins with a slash.';
    return { status: 400, sentence, ...BAD_BODY };
  }
  if (url.length > MOST_ADDRESS) {
    return { status: 414, sentence: `An address has at most ${MOST_ADDRESS} bytes.` };
  }
  return refusalOfBody(url, headers);
}

/**
 * Most bytes of a body that an address accepts.
 * @param url - a path, with or without a query
 */
export const mostBody = (url: string): number =>
  BODIES.find(({ under }) => url.startsWith(under))?.most ?? 0;

function refusalOfBody(url: string, headers: IncomingMessage['headers']): Refusal | null {
  const coding = headers['content-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'identity') {
    const sentence = `A body is sent as it is here, not as ${coding.slice(0, 40)}.`;
    return { status: 415, sentence, ...BAD_BODY };
  }
  if (headers['transfer-encoding'] !== undefined) {
    const sentence = 'A body is announced with its length (Content-Length).';
    return { status: 411, sentence, ...BAD_BODY };
  }
  const length = headers['content-length'];
  if (length === undefined || Number(length) <= mostBody(url)) return null;
  const sentence = `This address takes a body of at most ${mostBody(url)} bytes.`;
  return { status: 413, sentence, ...BAD_BODY };
}

/** Milliseconds within which a body must arrive; 0 where there is none. */
export function bodyTime({ url = '', headers }: IncomingMessage): number {
  if (headers['content-length'] === undefined || headers['content-length'] === '0') return 0;
  return url.startsWith(UPLOADS.under) ? UPLOAD_TIME : BODY_TIME;
}
