/** Response headers that do not depend on the content. */
import type { ServerResponse } from 'node:http';
import { PERMISSIONS } from './permissions.ts';
import type { Kind } from './traffic.ts';

export const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** For the newsroom and previews: not cached, not indexed, and no referrer is sent. */
export const PRIVATE = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
} as const;

/**
 * For files that pages of other sites may read: feeds in a browser’s feed reader, our logo beside our
 * story.
 */
export const SHARED = {
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'if-none-match, if-modified-since',
  'access-control-expose-headers': 'etag, link',
} as const;

/** Search results and internal responses are noindex; robots.txt allows crawlers to fetch them so that they see it. */
export const NOT_LISTED = { 'x-robots-tag': 'noindex, follow' } as const;

/** Kinds of responses that never contain a page. */
const NO_DOCUMENTS: ReadonlySet<Kind> = new Set(['media', 'asset', 'data', 'views']);

/**
 * Sets the headers of every response.
 * @param transport - the Strict-Transport-Security header; null sends none
 * @param own - this portal's further headers, in addition to the security headers
 */
export function setCommon(
  response: ServerResponse,
  transport: string | null,
  own: Readonly<Record<string, string>>,
): void {
  setAll(response, COMMON);
  if (transport) response.setHeader('strict-transport-security', transport);
  setAll(response, own);
}

/** Sets the permissions policy, except for responses that are no documents. */
export function setPermissions(response: ServerResponse, kind: Kind): void {
  if (!NO_DOCUMENTS.has(kind)) response.setHeader('permissions-policy', PERMISSIONS);
}

/** Lets pages of other sites read the response. */
export const setShared = (response: ServerResponse): void => setAll(response, SHARED);

/** Forbids caches to keep the response, and search engines to list it. */
export const setPrivate = (response: ServerResponse): void => setAll(response, PRIVATE);

/** Forbids search engines to list the response. */
export const setNotListed = (response: ServerResponse): void => setAll(response, NOT_LISTED);

function setAll(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
