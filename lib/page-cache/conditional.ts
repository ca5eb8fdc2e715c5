/** Conditional requests (RFC 9110, 13): whether the client already has the response. */
import type { IncomingHttpHeaders } from 'node:http';

/** The validators of a response (RFC 9110, 8.8). */
export interface Validators {
  /** Quoted; weak ones begin with `W/`. */
  etag: string;
  /** Milliseconds since the epoch, when the content last changed; null where that is not known. */
  modifiedAt: number | null;
}

const TAG = /(?:W\/)?("[^"]*")/g;

/** A tag without its weak prefix: a read compares weak and strong tags alike (8.8.3.2). */
const opaque = (etag: string): string => etag.replace(/^W\//, '');

/**
 * Whether a GET or HEAD is answered 304. If the request names tags, its date is ignored (13.1.3).
 * @param asked - the request's headers
 */
export function isKnown(asked: IncomingHttpHeaders, { etag, modifiedAt }: Validators): boolean {
  const known = asked['if-none-match'];
  if (known !== undefined) {
    if (known.trim() === '*') return true;
    return [...known.matchAll(TAG)].some(([, tag]) => tag === opaque(etag));
  }
  const since = Date.parse(asked['if-modified-since'] ?? '');
  // An HTTP date has a resolution of one second.
  return modifiedAt !== null && Math.floor(modifiedAt / 1000) * 1000 <= since;
}
