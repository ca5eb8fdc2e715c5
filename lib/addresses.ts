import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from './i18n/locales.ts';

/** What the door does with an address. */
export type Address =
  /** A reader's page for everybody, by its path without a query. */
  | { kind: 'page'; path: string }
  /** An address that never was: the page that says so, in the reader's language. */
  | { kind: 'unknown'; path: string }
  | { kind: 'moved'; to: string }
  /** Bytes that are no text: whatever they were to name cannot be told. */
  | { kind: 'undecodable' }
  /** A month's sitemap, which is written anew for each request. */
  | { kind: 'sitemap'; path: string; locale: Locale; month: string; part: number }
  /** A picture, by its path in the media store. */
  | { kind: 'media'; path: string }
  /** What a page is woken with (`finish-page.ts`). */
  | { kind: 'data'; path: string; of: string }
  /** The view count of an article, by what stands in the place of its id. */
  | { kind: 'views'; articleId: string }
  /** Whether the process lives, and whether it can serve. */
  | { kind: 'health'; probe: 'live' | 'ready' }
  | { kind: 'metrics' }
  /** A file of the build or of `public`. */
  | { kind: 'asset' }
  /** A page that is made for each request, of its address alone. */
  | { kind: 'search' }
  /** A page that is made for whoever asks: the newsroom's, and previews. */
  | { kind: 'work' }
  /** The framework's own business: route handlers, its assets. */
  | { kind: 'framework' };

/** Under a locale, what is made for whoever asks. */
const WORK_PAGES = new Set(['preview', 'newsroom']);
/** What begins no locale and is the framework's. */
const FRAMEWORK_SEGMENTS = new Set(['api', '_next']);
const ASSETS = /^\/(_next\/static|fonts)\/|^\/[\w-]+\.(svg|png|ico)$/;

/** Files that machines ask for at the root. */
const ROOT_FILES: ReadonlySet<string> = new Set([
  '/sitemap.xml',
  '/robots.txt',
  '/license.xml',
  '/llms.txt',
  '/manifest.webmanifest',
  '/.well-known/security.txt',
  '/.well-known/tdmrep.json',
]);
const SITEMAP = /^\/[a-z]+\/sitemap-(\d{4}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d{1,3}))?\.xml$/;

const VIEWS = '/api/views/';
/** What watches over the process, in the one spelling that there is. */
const WATCHING: ReadonlyMap<string, Address> = new Map<string, Address>([
  ['/api/health/live', { kind: 'health', probe: 'live' }],
  ['/api/health/ready', { kind: 'health', probe: 'ready' }],
  ['/api/metrics', { kind: 'metrics' }],
]);

/** The last segment of an address under which nothing can ever lie. */
const NOWHERE = '_';
/** Readers' addresses: slugs, and at the end perhaps a file; never one of the framework's own forms of a page. */
const PAGE = /^\/[a-z]+(\/[a-z0-9-]+)*(\/[a-z0-9-]+\.(?!rsc$)[a-z]+)?$/;

/**
 * Sorts a request's address into what answers it.
 * @param url - path and query, as the request line has them
 * @param acceptLanguage - decides the language in which an unknown address is refused
 * @param keyFile - one more file at the root: `/<key>.txt` is how IndexNow sees that a site is its owner's
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
    const [, month, part = '1'] = SITEMAP.exec(path) ?? [];
    if (month) return { kind: 'sitemap', path, locale: first, month, part: Number(part) };
    if (WORK_PAGES.has(second) && isDecodable(path)) return { kind: 'work' };
    if (!PAGE.test(path)) return { kind: 'unknown', path: `/${first}/${NOWHERE}` };
    return path === `/${first}/search` ? { kind: 'search' } : { kind: 'page', path };
  }
  if (FRAMEWORK_SEGMENTS.has(first) && isDecodable(path)) return { kind: 'framework' };
  return { kind: 'unknown', path: nowhere(acceptLanguage) };
}

/** Where the page stands that says that there is none, in the reader's language. */
export const nowhere = (acceptLanguage: string | undefined): string =>
  `/${preferredLocale(acceptLanguage)}/${NOWHERE}`;

/** Whether an address is one of the newsroom's route handlers. */
export const isPrivate = (url: string): boolean => /^\/api\/newsroom(\/|$)/.test(split(url)[0]);

/** Files at the root or of a locale that are made for other sites and their programmes: feeds, sitemaps, icons. */
const FOR_EVERY_SITE =
  /^\/(?!_next\/|api\/|media\/|fonts\/)[^?#]*\.(xml|json|txt|png|ico|svg|webmanifest)$/;

/** Whether pages of other sites may read what an address answers. */
export const isForEverySite = (url: string): boolean => FOR_EVERY_SITE.test(split(url)[0]);

/**
 * The one spelling of a reader's address: small letters, single slashes, none at the end, no `/page/1`,
 * and the locale that `/arm` was. What follows `preview` and `newsroom` keeps its letters: a token is no name.
 * @returns null for an address that is under no locale
 */
function canonicalPath(path: string): string | null {
  const [first = '', ...rest] = path.split('/').filter(Boolean).map(lowerCase);
  const locale = first === 'arm' ? 'hy' : first;
  if (!isLocale(locale) || !isDecodable(path)) return null;
  const kept = WORK_PAGES.has(rest[0] ?? '') ? path.split('/').filter(Boolean).slice(2) : null;
  return `/${[locale, ...(kept ? [rest[0], ...kept] : withoutFirstPage(rest))].join('/')}`;
}

/** The first page of a list is the list itself: `…/page/1` is another name for it, whatever it lists. */
const withoutFirstPage = (segments: string[]): string[] =>
  segments.length > 2 && segments.at(-2) === 'page' && segments.at(-1) === '1'
    ? segments.slice(0, -2)
    : segments;

/** Latin letters in their small form; what is written as bytes (`%D0`) stays. */
const lowerCase = (segment: string): string =>
  segment.replace(/%[0-9a-fA-F]{2}|[A-Z]/g, (part) =>
    part.startsWith('%') ? part : part.toLowerCase(),
  );

/**
 * The locale that a reader's browser asks for first among ours.
 * @param acceptLanguage - the header, for example `hy-AM,ru;q=0.8`
 */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return {
        language: tag.split('-')[0]?.toLowerCase(),
        q: weight ? Number(weight.trim().slice(2)) : 1,
      };
    })
    .filter(({ q }) => q > 0)
    .sort((one, other) => other.q - one.q);
  for (const { language } of wishes) {
    const locale = LOCALES.find((known) => known === language);
    if (locale) return locale;
  }
  return DEFAULT_LOCALE;
}

/**
 * Where another spelling leads: at once to the one that there is, if the plain one is not that yet. Slashes at
 * its beginning are one, or it would lead to another site.
 */
function addressOfPlain(plain: string, query: string): Address {
  const to = plain.replace(/^\/+/, '/');
  return { kind: 'moved', to: (canonicalPath(to) ?? to) + query };
}

/**
 * A path without escapes that need not be (RFC 3986, 6.2.2): letters, digits, `-._~` stand as they are,
 * and the figures of the others are large.
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

/** Whether the bytes of a path are text. One whose escapes are none is no path at all, and leads nowhere. */
const isText = (path: string): boolean => HALF_ESCAPE.test(path) || decoded(path) !== null;

const HALF_ESCAPE = /%(?![0-9a-fA-F]{2})/;

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Whether an address decodes to a path that leads nowhere but down. */
function isDecodable(path: string): boolean {
  const text = decoded(path);
  return text !== null && !/[\0-\x1f\\]|\/\.\.?(\/|$)/.test(text);
}
