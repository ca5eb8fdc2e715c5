/** Files that programs read and the page cache keeps: feeds, small sitemaps, robots.txt and similar. */
import type { RequestListener } from 'node:http';
import { publication } from '../../publication.config.ts';
import { systemClock } from '../clock.ts';
import { environment } from '../env.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import { FEED_FILES, FEED_FORMATS, type FeedSubject } from '../pages/all/feeds.ts';
import { SITEMAP_INDEX, sitemapAt } from '../pages/all/sitemaps.ts';
import { pageAt } from '../pages/all/match-page.ts';
import { noteRead } from '../page-tags.ts';
import { mediaStore } from '../media/open-store.ts';
import { listCorrections } from '../publication/corrections.ts';
import { getFeed } from '../publication/lists/feed.ts';
import { getFront } from '../publication/front.ts';
import { getNavigation } from '../publication/navigation.ts';
import { listNews, listSitemapLists, listSitemapMonths } from '../publication/lists/sitemap.ts';
import { writeAtom } from './feeds/atom.ts';
import {
  feedLinks,
  makeCorrectionsFeed,
  makeFeed,
  type Feed,
  type FeedPlace,
} from './feeds/feed.ts';
import { writeJsonFeed } from './feeds/json-feed.ts';
import { writeLlms } from './llms.ts';
import { writeManifest } from './manifest.ts';
import { writeLicense, writeMiningReservation, writeRobots } from './robots.ts';
import { writeRss } from './feeds/rss.ts';
import { writeSecurity } from './security.ts';
import { pagesInSitemap } from './pages-in-sitemap.ts';
import {
  MOST_NEWS,
  writeNewsSitemap,
  writePagesSitemap,
  writeSitemapIndex,
} from './feeds/sitemap-xml.ts';

interface SyndicatedFile {
  contentType: string;
  text: string;
  /** The `Link` header, of a feed. */
  links?: string;
}

/** Seconds. */
const DAY = 86_400;

const file = (type: string, text: string): SyndicatedFile => ({
  contentType: `${type}; charset=utf-8`,
  text,
});

/**
 * Generates the file of an address; its reads are noted like those of a page.
 * @returns null for an address that is none of these files, or whose subject does not exist
 */
export async function syndicate(path: string): Promise<SyndicatedFile | null> {
  const { SITE_URL: site, INDEXNOW_KEY } = environment();
  const { crawlers } = publication.syndication;
  const feed = feedFileAt(path);
  if (feed) return feed;
  const sitemap = sitemapAt(path);
  if (sitemap) return sitemapFile(sitemap.locale, sitemap.which, site);
  switch (path) {
    case SITEMAP_INDEX: {
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
        categories: (await getNavigation(each)).map(({ slug }) => slug),
      }));
      return file('text/plain', writeLlms(site, await Promise.all(locales)));
    }
    case '/license.xml':
      return file('application/rsl+xml', writeLicense(crawlers));
    case '/.well-known/tdmrep.json':
      return file('application/json', writeMiningReservation(crawlers));
    case '/.well-known/security.txt':
      // Generated again each day, so that it never expires.
      noteRead([], DAY);
      return file('text/plain', writeSecurity(site, publication.contact, systemClock.now()));
    case '/manifest.webmanifest':
      return file('application/manifest+json', writeManifest());
    default:
      return INDEXNOW_KEY && path === `/${INDEXNOW_KEY}.txt`
        ? file('text/plain', INDEXNOW_KEY)
        : null;
  }
}

/** Creates a listener that answers these files, and passes every other request to the next listener. */
export function syndicated(next: RequestListener): RequestListener {
  return async (request, response) => {
    const made = await syndicate(request.url ?? '/');
    if (!made) return next(request, response);
    response.setHeader('content-type', made.contentType);
    if (made.links !== undefined) response.setHeader('link', made.links);
    response.end(made.text);
  };
}

/** The feed at an address; null where no page with feeds lies. */
function feedFileAt(path: string): Promise<SyndicatedFile | null> | null {
  const file = FEED_FILES.find((name) => path.endsWith(`/${name}`));
  const home = file && path.slice(0, -file.length - 1);
  const found = home ? pageAt(home) : null;
  if (!file || !home || !found?.page.feed || found.match.number > 1) return null;
  const { params } = found.match;
  const { SITE_URL: site, WEBSUB_HUB: hub = null } = environment();
  return feedFile({ locale: params.locale, home, file, site, hub }, found.page.feed(params));
}

async function feedFile(place: FeedPlace, subject: FeedSubject): Promise<SyndicatedFile | null> {
  const feed = await readFeed(place, subject);
  if (!feed) return null;
  const { file: name } = place;
  const write = { 'feed.xml': writeRss, 'atom.xml': writeAtom, 'feed.json': writeJsonFeed }[name];
  return { ...file(FEED_FORMATS[name].type, write(feed)), links: feedLinks(feed) };
}

async function readFeed(place: FeedPlace, subject: FeedSubject): Promise<Feed | null> {
  const { locale } = place;
  if (subject.kind === 'corrections') {
    const listed = await listCorrections(locale, 1);
    return listed && makeCorrectionsFeed(place, listed.corrections);
  }
  const content = await getFeed(locale, subject);
  return content && makeFeed(place, { content, sizeOf: mediaSize });
}

async function sitemapFile(
  locale: Locale,
  which: 'news' | 'pages',
  site: string,
): Promise<SyndicatedFile> {
  if (which === 'news') {
    const rows = await listNews(locale, MOST_NEWS);
    return file('application/xml', writeNewsSitemap(site, locale, rows));
  }
  const paths = pagesInSitemap(locale, await listSitemapLists(locale));
  return file('application/xml', writePagesSitemap(site, paths));
}

/** Known sizes in bytes, by path: a file of the store never changes, and a request to a bucket is slow. */
const sizes = new Map<string, number>();
const MOST_SIZES = 20_000;

/**
 * The size in bytes of a file of the media store, by its address `/media/…`; null where it is not known.
 */
async function mediaSize(path: string): Promise<number | null> {
  const known = sizes.get(path);
  if (known !== undefined) return known;
  // A feed without a file size is still valid, so a failure of the store must not make the feed fail.
  const size = await mediaStore()
    .size(path.slice('/media/'.length))
    .catch(() => null);
  if (sizes.size >= MOST_SIZES) sizes.clear();
  if (size !== null) sizes.set(path, size);
  return size;
}
