/** The headers that answers carry whatever they say. */
import type { ServerResponse } from 'node:http';
import { PERMISSIONS } from './permissions.ts';
import type { Kind } from './traffic.ts';

const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** What the newsroom and previews carry: nobody keeps, lists or is told of them. */
const PRIVATE = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
} as const;

/** Kinds of answers in which no page can stand. */
const NO_DOCUMENTS: ReadonlySet<Kind> = new Set(['media', 'asset', 'data', 'views']);

/** @param own - what every answer of this portal says beside what is said for safety */
export function setCommon(
  response: ServerResponse,
  transport: string | null,
  own: Readonly<Record<string, string>>,
): void {
  setAll(response, COMMON);
  if (transport) response.setHeader('strict-transport-security', transport);
  setAll(response, own);
}

export function setPermissions(response: ServerResponse, kind: Kind): void {
  if (!NO_DOCUMENTS.has(kind)) response.setHeader('permissions-policy', PERMISSIONS);
}

export const setPrivate = (response: ServerResponse): void => setAll(response, PRIVATE);

/** What is an answer to one question, or the framework's to itself, is no page to be found: robots.txt lets a crawler in to read so. */
export const setNotListed = (response: ServerResponse): void =>
  void response.setHeader('x-robots-tag', 'noindex, follow');

function setAll(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
