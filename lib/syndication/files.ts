/** Whatever machines read and the press keeps: feeds, small sitemaps, robots.txt and their like. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RequestListener } from 'node:http';
import { publication } from '../../publication.config.ts';
import { environment } from '../env.ts';
import { isLocale, LOCALES, type Locale } from '../i18n/locales.ts';
import { getFeed, type FeedScope } from '../publication/feed.ts';
import { getFront } from '../publication/front.ts';
import { listNews, listSitemapLists, listSitemapMonths } from '../publication/sitemap.ts';
import { writeAtom } from './atom.ts';
import { FEED_TYPES, feedLinks, makeFeed, type FeedFile } from './feed.ts';
import { writeJsonFeed } from './json-feed.ts';
import { writeLlms } from './llms.ts';
import { writeMiningReservation, writeRobots } from './robots.ts';
import { writeRss } from './rss.ts';
import {
  MOST_NEWS,
  writeNewsSitemap,
  writePagesSitemap,
  writeSitemapIndex,
} from './sitemap-xml.ts';

export interface SyndicatedFile {
  contentType: string;
  text: string;
  /** The `Link` header, of a feed. */
  links?: string;
}

const FEED =
  /^\/([a-z]+)(?:\/(category|topic|author)\/([\w-]+))?\/(feed\.xml|atom\.xml|feed\.json)$/;
const SITEMAP = /^\/([a-z]+)\/sitemap-(news|pages)\.xml$/;

/** Pages of every locale that are in no list. */
const INFO_PAGES = ['about', 'contact', 'reuse', 'corrections', 'privacy'];

const file = (type: string, text: string): SyndicatedFile => ({
  contentType: `${type}; charset=utf-8`,
  text,
});

/**
 * Makes the file of an address; its reads are noted as a page's are.
 * @returns null for an address that is none of these, or stands for nothing
 */
export async function syndicate(path: string): Promise<SyndicatedFile | null> {
  const { SITE_URL: site, INDEXNOW_KEY } = environment();
  const { crawlers } = publication.syndication;
  const [, feedLocale = '', kind, slug = '', name] = FEED.exec(path) ?? [];
  if (isLocale(feedLocale)) {
    const scope = kind ? ({ kind, slug } as FeedScope) : ({ kind: 'everything' } as const);
    return feedFile(feedLocale, scope, name as FeedFile, site);
  }
  const [, locale = '', which] = SITEMAP.exec(path) ?? [];
  if (isLocale(locale)) return sitemapFile(locale, which, site);
  switch (path) {
    case '/sitemap.xml': {
      const locales = LOCALES.map(async (each) => ({
        locale: each,
        months: await listSitemapMonths(each),
      }));
      return file('application/xml', writeSitemapIndex(site, await Promise.all(locales)));
    }
    case '/robots.txt':
      return file('text/plain', writeRobots(site, crawlers));
    case '/llms.txt': {
      const locales = LOCALES.map(async (each) => ({
        locale: each,
        newest: (await getFront(each)).newest,
      }));
      return file('text/plain', writeLlms(site, await Promise.all(locales)));
    }
    case '/.well-known/tdmrep.json':
      return file('application/json', writeMiningReservation(crawlers));
    default:
      return INDEXNOW_KEY && path === `/${INDEXNOW_KEY}.txt`
        ? file('text/plain', INDEXNOW_KEY)
        : null;
  }
}

/** A listener that answers these files, and leaves everything else to the next. */
export function syndicated(next: RequestListener): RequestListener {
  return async (request, response) => {
    const made = await syndicate(request.url ?? '/');
    if (!made) return next(request, response);
    response.setHeader('content-type', made.contentType);
    if (made.links !== undefined) response.setHeader('link', made.links);
    response.end(made.text);
  };
}

async function feedFile(
  locale: Locale,
  scope: FeedScope,
  name: FeedFile,
  site: string,
): Promise<SyndicatedFile | null> {
  const content = await getFeed(locale, scope);
  if (!content) return null;
  const hub = environment().WEBSUB_HUB ?? null;
  const feed = await makeFeed({ content, locale, scope, file: name, site, hub, sizeOf: mediaSize });
  const write = { 'feed.xml': writeRss, 'atom.xml': writeAtom, 'feed.json': writeJsonFeed }[name];
  return { ...file(FEED_TYPES[name], write(feed)), links: feedLinks(feed) };
}

async function sitemapFile(
  locale: Locale,
  which: string | undefined,
  site: string,
): Promise<SyndicatedFile> {
  if (which === 'news') {
    const rows = await listNews(locale, MOST_NEWS);
    return file('application/xml', writeNewsSitemap(site, locale, rows));
  }
  const lists = await listSitemapLists(locale);
  const paths = [
    `/${locale}`,
    ...lists.categories.map((slug) => `/${locale}/category/${slug}`),
    ...lists.topics.map((slug) => `/${locale}/topic/${slug}`),
    ...lists.authors.map((slug) => `/${locale}/author/${slug}`),
    ...INFO_PAGES.map((page) => `/${locale}/${page}`),
  ];
  return file('application/xml', writePagesSitemap(site, paths));
}

/** The bytes of a file of the media store, by its address. */
async function mediaSize(path: string): Promise<number | null> {
  return stat(join(environment().DATA_DIR, path)).then(
    ({ size }) => size,
    () => null,
  );
}
