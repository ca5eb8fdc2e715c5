/** Conditional requests (RFC 9110, 13): whether the client already has the response. */
import type { IncomingHttpHeaders } from 'node:http';
import fresh from 'fresh';

/** The validators of a response (RFC 9110, 8.8). */
export interface Validators {
  /** Quoted; weak ones begin with `W/`. */
  etag: string;
  /** Milliseconds since the epoch, when the content last changed; null where that is not known. */
  modifiedAt: number | null;
}

/**
 * Whether a GET or HEAD is answered 304. If the request names tags, its date is ignored (13.1.3).
 * @param asked - the request's headers
 */
export function isKnown(asked: IncomingHttpHeaders, { etag, modifiedAt }: Validators): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = asked;
  if (tags === undefined && since === undefined) return false;
  // Only these two headers are passed: `Cache-Control: no-cache` of a reload would turn every 304 into a 200.
  const date = tags === undefined && modifiedAt !== null ? new Date(modifiedAt) : undefined;
  return fresh(
    { 'if-none-match': tags, 'if-modified-since': since },
    { etag, 'last-modified': date?.toUTCString() },
  );
}
