import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from '../i18n/locales.ts';

/** What the door does with an address. */
export type Address =
  /** A reader's page for everybody, by its path without a query. */
  | { kind: 'page'; path: string }
  /** An address that never was: the page that says so, in the reader's language. */
  | { kind: 'unknown'; path: string }
  | { kind: 'moved'; to: string }
  /** A picture, by its path in the media store. */
  | { kind: 'media'; path: string }
  /** The view count of an article, by what stands in the place of its id. */
  | { kind: 'views'; articleId: string }
  /** A file of the build or of `public`. */
  | { kind: 'asset' }
  /** The framework's own business: route handlers, assets, pages that are made for each request. */
  | { kind: 'framework' };

/** Under a locale, what is made for each request. */
const DYNAMIC_PAGES = new Set(['search', 'preview', 'newsroom']);
/** What begins no locale and is the framework's; files at the root are told by their dot. */
const FRAMEWORK_SEGMENTS = new Set(['api', '_next']);
const ASSETS = /^\/(_next\/static|fonts)\/|^\/[\w-]+\.(svg|png|ico|webmanifest)$/;

const VIEWS = '/api/views/';

/** The last segment of an address under which nothing can ever lie. */
const NOWHERE = '_';

/**
 * Sorts a request's address into what answers it.
 * @param url - path and query, as the request line has them
 * @param acceptLanguage - decides the language in which an unknown address is refused
 */
export function addressOf(url: string, acceptLanguage: string | undefined): Address {
  const [path = '/', query] = split(url);
  const [, first = '', second = ''] = path.split('/');
  if (path === '/') return { kind: 'framework' };
  if (first === 'media' && isDecodable(path))
    return { kind: 'media', path: path.slice('/media'.length) };
  if (ASSETS.test(path) && isDecodable(path)) return { kind: 'asset' };
  if (path.startsWith(VIEWS)) return { kind: 'views', articleId: path.slice(VIEWS.length) };
  if (first === 'arm') return { kind: 'moved', to: `/hy${path.slice(4)}${query}` };
  if (isLocale(first)) {
    if (!isDecodable(path)) return { kind: 'unknown', path: `/${first}/${NOWHERE}` };
    if (DYNAMIC_PAGES.has(decodeURIComponent(second))) return { kind: 'framework' };
    return { kind: 'page', path };
  }
  if (FRAMEWORK_SEGMENTS.has(first) && isDecodable(path)) return { kind: 'framework' };
  if (/^[\w-]+(\.[\w-]+)+$/.test(first) && second === '') return { kind: 'framework' };
  return { kind: 'unknown', path: `/${preferredLocale(acceptLanguage)}/${NOWHERE}` };
}

/** Whether an address is the newsroom's or a preview's, however it is spelt. */
export function isPrivate(url: string): boolean {
  const [path] = split(url);
  const [, first = '', second = ''] = decodeURIComponent(path).split('/');
  return (first === 'api' || isLocale(first)) && (second === 'newsroom' || second === 'preview');
}

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

function split(url: string): [path: string, query: string] {
  const mark = url.search(/[?#]/);
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
}

function isDecodable(path: string): boolean {
  try {
    return !/[\0-\x1f]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}
