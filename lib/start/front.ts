/** Creates what stands in front of the framework: the page cache and the door. */
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import sirv from 'sirv';
import { publication } from '../../publication.config.ts';
import { tokenIn } from '../accounts/cookie.ts';
import { KnownSessions } from '../accounts/known-sessions.ts';
import { readSession } from '../accounts/sessions.ts';
import { databaseClock } from '../clock.ts';
import type { Environment } from '../env.ts';
import type { Follower } from '../events/follow.ts';
import { answerLog } from '../http/answer-log.ts';
import { clientAddressBehind } from '../http/client-address.ts';
import { createDoor } from '../http/door/door.ts';
import type { DoorOptions, FileHandler } from '../http/door/door-options.ts';
import type { MeasuredFront, Metrics } from '../http/metrics.ts';
import { Traffic } from '../http/traffic.ts';
import { openLanes, type Lanes } from '../lanes.ts';
import type { Log } from '../log.ts';
import { networkOf } from '../network.ts';
import { compilePageScripts, readPageScripts } from '../page-cache/finish/page-script.ts';
import { readPageStyles } from '../page-cache/finish/page-styles.ts';
import { PageCache } from '../page-cache/page-cache.ts';
import { findRedirect, hasRedirects } from '../publication/redirects.ts';
import { syndicated } from '../syndication/files.ts';
import { reservationHeaders } from '../syndication/robots.ts';
import { openShortCuts } from './short-cuts.ts';

/** Files that `npm run build` prepared to be served unchanged, each beside its compressed forms. */
const SERVED = '.next/served';
/** Files whose name changes with their content, and fonts, which do not change. */
const LASTING = /^\/(_next\/static|fonts)\//;

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The Strict-Transport-Security header, by the operator's setting for the domain. */
const STRICT_TRANSPORT = {
  off: null,
  host: 'max-age=31536000',
  subdomains: 'max-age=31536000; includeSubDomains',
  preload: 'max-age=63072000; includeSubDomains; preload',
} as const;

export interface FrontOptions {
  env: Environment;
  log: Log;
  /** Development: every request is a new render, and files come from the framework. */
  isDev: boolean;
  metrics: Metrics;
  /** The framework's handler. */
  handle: RequestListener;
  isStopping: () => boolean;
}

export interface Front {
  /** What is measured of it. */
  measured: MeasuredFront;
  /**
   * Marks kept pages that are outdated.
   * @param tags - of the pages; null for every page
   */
  invalidate: (tags: readonly string[] | null) => void;
  /** Creates the server; it does not listen yet. */
  open(follower: Follower): Server;
}

/** Creates the page cache, and the server in front of it. */
export async function createFront(options: FrontOptions): Promise<Front> {
  const { env, log, isDev, handle, metrics } = options;
  const framework: RequestListener = (request, response) => handle(request, response);
  const lanes = openLanes();
  const traffic = new Traffic();
  const clientAddress = clientAddressBehind(env.TRUSTED_PROXIES);
  const askerOf = (request: IncomingMessage) => networkOf(clientAddress(request));
  const pageCache = new PageCache({
    lanes,
    askerOf,
    listener: metrics.timed(syndicated(framework)),
    clock: databaseClock,
    host: new URL(env.SITE_URL).host,
    // In development every request is a new render.
    limit: isDev ? 0 : env.PAGE_MEMORY_MB * 1024 * 1024,
    scripts: isDev ? await compilePageScripts() : readPageScripts(),
    styles: isDev ? {} : readPageStyles(),
    isEdited: isDev,
    onForeign: (path, script) =>
      log.error({ path, script }, 'a page holds a script that is not ours: browsers refuse it'),
  });
  return {
    measured: { pageCache, traffic, lanes },
    invalidate: (tags) =>
      void (tags === null ? pageCache.invalidateAll() : pageCache.invalidate(tags)),
    open: (follower) => {
      return createDoor({
        ...identityOf(lanes, askerOf),
        assets: isDev ? null : builtFiles(),
        shortCuts: openShortCuts({ lanes, askerOf }),
        transport: env.SITE_URL.startsWith('https:') ? STRICT_TRANSPORT[env.HSTS] : null,
        pageCache,
        lanes,
        framework,
        clientAddress,
        askerOf,
        hosts: env.ALLOWED_HOSTS,
        isEdited: isDev,
        isStopping: options.isStopping,
        redirects: async (address) => ((await hasRedirects()) ? findRedirect(address) : null),
        keyFile: env.INDEXNOW_KEY && `/${env.INDEXNOW_KEY}.txt`,
        headers: reservationHeaders(publication.syndication.crawlers),
        onWritten: () => follower.readNow(),
        onAnswered: answerLog(log, traffic),
      });
    },
  };
}

/** How the door knows the newsroom's own requests. */
function identityOf(
  lanes: Lanes,
  askerOf: DoorOptions['askerOf'],
): Pick<DoorOptions, 'hasSession' | 'isOfNewsroom'> {
  const knownSessions = new KnownSessions(databaseClock, (token, asker) =>
    lanes.sessions.run(asker, async () => (await readSession(token)) !== null),
  );
  return {
    hasSession: (request) => tokenIn(request.headers.cookie ?? null) !== null,
    isOfNewsroom: async (request) =>
      knownSessions.has(tokenIn(request.headers.cookie ?? null) ?? '', askerOf(request)),
  };
}

/** Serves the files that the build prepared, compressed where the client accepts it. */
const builtFiles = (): FileHandler =>
  sirv(SERVED, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => {
      if (LASTING.test(path)) response.setHeader('cache-control', FOR_EVER);
      // The only extension that sirv has no type for, and browsers do not guess one (nosniff).
      if (path.endsWith('.ico')) response.setHeader('content-type', 'image/x-icon');
    },
  });
