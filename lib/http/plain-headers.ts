/**
 * The headers of responses under plain `next start`, for `next.config.ts`: those that the door sets, as far as
 * they follow from the address. A page's policy names no scripts, because only the page cache knows them.
 */
import { FRONT_HEADER } from '../front-header.ts';
import { BARE_POLICY } from '../page-cache/finish/policy.ts';
import { COMMON, PRIVATE, SHARED, NOT_LISTED } from './headers.ts';
import { PERMISSIONS } from './permissions.ts';

const PAGE_POLICY =
  "base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors 'none'";

/** Headers by the addresses that have them; a later row takes precedence over an earlier one. */
const ROWS: readonly [source: string, headers: Readonly<Record<string, string>>][] = [
  [
    '/:path*',
    { ...COMMON, 'permissions-policy': PERMISSIONS, 'content-security-policy': PAGE_POLICY },
  ],
  ['/:file(.*\\.(?:xml|json|txt|png|ico|svg|webmanifest))', SHARED],
  ['/:locale/search', NOT_LISTED],
  ['/:locale/:kind(newsroom|preview)/:path*', PRIVATE],
  ['/:locale/newsroom/:path*/preview/page', { 'x-frame-options': 'SAMEORIGIN' }],
  [
    '/:locale/newsroom/:path*/preview/page',
    { 'content-security-policy': PAGE_POLICY.replace("ancestors 'none'", "ancestors 'self'") },
  ],
  // Patterns of addresses, as the framework reads them: no address is built here.
  // eslint-disable-next-line no-restricted-syntax -- a pattern
  ['/api/:path*', { ...NOT_LISTED, 'content-security-policy': BARE_POLICY }],
  // eslint-disable-next-line no-restricted-syntax -- a pattern
  ['/api/newsroom/:path*', PRIVATE],
  [
    '/media/:path*',
    { 'cross-origin-resource-policy': 'cross-origin', 'content-security-policy': BARE_POLICY },
  ],
];

/** The rows in the form of `headers()` of `next.config.ts`. */
export const plainHeaders = () =>
  ROWS.map(([source, headers]) => ({
    source,
    missing: [{ type: 'header' as const, key: FRONT_HEADER }],
    headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
  }));
