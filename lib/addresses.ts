import Negotiator from 'negotiator';
import { HEALTH_LIVE, HEALTH_READY, METRICS, NEWSROOM_API, VIEWS } from './api-addresses.ts';
import { FORMER_CODES } from './i18n/locale-tables.generated.ts';
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from './i18n/locales.ts';
import { SITEMAP_INDEX, monthSitemapAt } from './pages/all/sitemaps.ts';
import { pageAt } from './pages/all/match-page.ts';
import type { ReaderPage } from './pages/all/declare-page.ts';
import { PAGES } from './pages.generated.ts';

/** How the door answers a request, by its address. */
export type Address =
  /** A public page for readers, by its path without the query. */
  | { kind: 'page'; path: string }
  /** An address that does not exist: answered with the 404 page in the reader's language. */
  | { kind: 'unknown'; path: string }
  | { kind: 'moved'; to: string }
  /** A path whose bytes are not valid UTF-8: it names nothing. */
  | { kind: 'undecodable' }
  /** A month's sitemap, which is generated for each request. */
  | { kind: 'sitemap'; path: string; locale: Locale; month: string; part: number }
  /** A picture, by its path in the media store. */
  | { kind: 'media'; path: string }
  /** The hydration data of a page (`finish-page.ts`); `of` is the page's own address. */
  | { kind: 'data'; path: string; of: string }
  /** The view count of an article; `articleId` is the path segment as it was sent, not validated. */
  | { kind: 'views'; articleId: string }
  /** The probes: whether the process lives, and whether it can serve. */
  | { kind: 'health'; probe: 'live' | 'ready' }
  | { kind: 'metrics' }
  /** A file of the build or of `public`. */
  | { kind: 'asset' }
  /** A page that is rendered for each request, from its address alone. */
  | { kind: 'search' }
  /** A page that is rendered for the requesting user: the newsroom's pages and previews. */
  | { kind: 'work' }
  /** Handled by the framework: route handlers, its assets. */
  | { kind: 'framework' };

/** The first segments under a locale of the pages of a kind. */
const segmentsOf = (kind: ReaderPage['kind']): ReadonlySet<string> =>
  new Set(
    Object.values(PAGES).flatMap((page) =>
      page.kind === kind ? [page.path.split('/')[1] ?? ''] : [],
    ),
  );
const WORK_PAGES = segmentsOf('work');
const SEARCHES = segmentsOf('search');
/** First segments that are not a locale and belong to the framework. */
const FRAMEWORK_SEGMENTS = new Set(['api', '_next']);
const ASSETS = /^\/(_next\/static|fonts)\/|^\/[\w-]+\.(svg|png|ico)$/;

/** Files that programs request at the root. */
const ROOT_FILES: ReadonlySet<string> = new Set([
  SITEMAP_INDEX,
  '/robots.txt',
  '/license.xml',
  '/llms.txt',
  '/manifest.webmanifest',
  '/.well-known/security.txt',
  '/.well-known/tdmrep.json',
]);

/** Monitoring endpoints, in their only accepted spelling. */
const WATCHING: ReadonlyMap<string, Address> = new Map<string, Address>([
  [HEALTH_LIVE, { kind: 'health', probe: 'live' }],
  [HEALTH_READY, { kind: 'health', probe: 'ready' }],
  [METRICS, { kind: 'metrics' }],
]);

/** The last segment of an address at which no page can exist. */
const NOWHERE = '_';
/**
 * Readers' addresses: slugs, optionally with a file name at the end; never one of the framework's own
 * formats of a page.
 */
const PAGE = /^\/[a-z]+(\/[a-z0-9-]+)*(\/[a-z0-9-]+\.(?!rsc$)[a-z]+)?$/;

/**
 * Determines what answers a request, by its address.
 * @param url - path and query, as in the request line
 * @param acceptLanguage - the Accept-Language header; selects the language of the 404 page
 * @param keyFile - path of one more file at the root: with `/<key>.txt` IndexNow verifies the owner of the
 *   site
 */
export function addressOf(
  url: string,
  acceptLanguage: string | undefined,
  keyFile?: string,
): Address {
  const [path = '/', query] = split(url);
  const [, first = '', second = ''] = path.split('/');
  if (path === '/') return { kind: 'framework' };
  if (!isText(path)) return { kind: 'undecodable' };
  const plain = plainPath(path);
  if (plain !== path && isDecodable(path)) return addressOfPlain(plain, query);
  if (first === 'media' && isDecodable(path))
    return { kind: 'media', path: path.slice('/media'.length) };
  if (ASSETS.test(path) && isDecodable(path)) return { kind: 'asset' };
  if (first === '_press')
    return { kind: 'data', path, of: new URLSearchParams(query).get('of') ?? '' };
  if (path.startsWith(VIEWS)) return { kind: 'views', articleId: path.slice(VIEWS.length) };
  const watching = WATCHING.get(path);
  if (watching) return watching;
  if (ROOT_FILES.has(path) || path === keyFile) return { kind: 'page', path };
  const canonical = canonicalPath(path);
  if (canonical !== null && canonical !== path) return { kind: 'moved', to: canonical + query };
  if (isLocale(first)) {
    const sitemap = monthSitemapAt(path);
    if (sitemap) return { kind: 'sitemap', path, locale: first, ...sitemap };
    if (WORK_PAGES.has(second) && isDecodable(path)) return { kind: 'work' };
    if (!PAGE.test(path)) return { kind: 'unknown', path: `/${first}/${NOWHERE}` };
    return SEARCHES.has(second) && path === `/${first}/${second}`
      ? { kind: 'search' }
      : { kind: 'page', path };
  }
  if (FRAMEWORK_SEGMENTS.has(first) && isDecodable(path)) return { kind: 'framework' };
  return { kind: 'unknown', path: nowhere(acceptLanguage) };
}

/** The path of the 404 page in the reader's language. */
export const nowhere = (acceptLanguage: string | undefined): string =>
  `/${preferredLocale(acceptLanguage)}/${NOWHERE}`;

/** Whether an address is one of the newsroom's route handlers. */
export const isPrivate = (url: string): boolean => `${split(url)[0]}/`.startsWith(NEWSROOM_API);

/**
 * Files at the root or of a locale that are made for other sites and their programs: feeds, sitemaps,
 * icons.
 */
const FOR_EVERY_SITE =
  /^\/(?!_next\/|api\/|media\/|fonts\/)[^?#]*\.(xml|json|txt|png|ico|svg|webmanifest)$/;

/** Whether pages of other sites may read the response of an address. */
export const isForEverySite = (url: string): boolean => FOR_EVERY_SITE.test(split(url)[0]);

/** The locale of each code that addresses of its language began with in the past. */
const CURRENT_CODES = new Map<string, Locale>(
  LOCALES.flatMap((locale) => FORMER_CODES[locale].map((code) => [code, locale] as const)),
);

/**
 * The canonical form of a reader's address: lowercase, single slashes, no slash at the end, no `/page/1`,
 * and the current code of a language in the place of a former one (`/arm`). What follows `preview` and `newsroom` keeps its
 * case, because a token is case-sensitive.
 * @returns null for an address that is under no locale, or that does not decode
 */
function canonicalPath(path: string): string | null {
  const [first = '', ...rest] = path.split('/').filter(Boolean).map(lowerCase);
  const locale = CURRENT_CODES.get(first) ?? first;
  if (!isLocale(locale) || !isDecodable(path)) return null;
  const kept = WORK_PAGES.has(rest[0] ?? '') ? path.split('/').filter(Boolean).slice(2) : null;
  return withoutFirstPage(`/${[locale, ...(kept ? [rest[0], ...kept] : rest)].join('/')}`);
}

const FIRST_PAGE = '/page/1';
/** The first page of a list is the list itself: `…/page/1` is another address of it. */
function withoutFirstPage(path: string): string {
  if (!path.endsWith(FIRST_PAGE)) return path;
  const list = path.slice(0, -FIRST_PAGE.length);
  return pageAt(list)?.page.isPaged ? list : path;
}

/** Lowercases Latin letters; percent escapes (`%D0`) stay as they are. */
const lowerCase = (segment: string): string =>
  segment.replace(/%[0-9a-fA-F]{2}|[A-Z]/g, (part) =>
    part.startsWith('%') ? part : part.toLowerCase(),
  );

/**
 * The locale that the reader's browser prefers among ours.
 * @param acceptLanguage - the header, for example `hy-AM,ru;q=0.8`
 * @returns {@link DEFAULT_LOCALE} where the header names none of ours
 */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const header = (acceptLanguage ?? '').slice(0, 500);
  const client = new Negotiator({ headers: { 'accept-language': header } });
  // Only the order is asked for: offered our locales, it would put `ru` before `hy-AM` in `hy-AM, ru`.
  for (const tag of client.languages()) {
    const [language = ''] = tag.toLowerCase().split('-');
    if (isLocale(language)) return language;
  }
  return DEFAULT_LOCALE;
}

/**
 * Redirects a path that had unnecessary escapes to its canonical address, in one hop. Several slashes at
 * the beginning become one, or the redirect would lead to another site.
 */
function addressOfPlain(plain: string, query: string): Address {
  const to = plain.replace(/^\/+/, '/');
  return { kind: 'moved', to: (canonicalPath(to) ?? to) + query };
}

/**
 * A path without unnecessary percent escapes (RFC 3986, 6.2.2): letters, digits and `-._~` are written as
 * they are, and the hexadecimal digits of the other escapes are uppercase.
 */
const plainPath = (path: string): string =>
  path.replace(/%[0-9a-fA-F]{2}/g, (escape) => {
    const character = String.fromCharCode(parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
  });

function split(url: string): [path: string, query: string] {
  const mark = url.search(/[?#]/);
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
}

/**
 * Whether the bytes of a path are text. A path with a malformed escape passes here: it does not decode
 * later, and leads to no page.
 */
const isText = (path: string): boolean => HALF_ESCAPE.test(path) || decoded(path) !== null;

const HALF_ESCAPE = /%(?![0-9a-fA-F]{2})/;

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/**
 * Whether an address decodes to a path without control characters, backslashes, and `.` or `..` segments.
 */
function isDecodable(path: string): boolean {
  const text = decoded(path);
  return text !== null && !/[\0-\x1f\\]|\/\.\.?(\/|$)/.test(text);
}
