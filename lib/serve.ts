/**
 * The portal's process: database, migrations, the framework, the page cache, the outbox follower, and the
 * door (`http/door.ts`), the HTTP entry point that receives every request.
 */
import type { IncomingMessage } from 'node:http';
import { flushCompileCache } from 'node:module';
import next from 'next';
import sirv from 'sirv';
import { noteSetBack, tellAlarms } from './alarms.ts';
import { isLoopback, tokenIn } from './accounts/cookie.ts';
import { KnownSessions } from './accounts/known-sessions.ts';
import { readSession } from './accounts/sessions.ts';
import { databaseClock } from './clock.ts';
import { closeDatabase, getDatabase, openPool } from './db/client.ts';
import { startEmbedded } from './db/embedded/start.ts';
import { followOutbox } from './db/follow-outbox.ts';
import { migrateOwn } from './db/migrate.ts';
import { readStatistics } from './db/statistics.ts';
import { environment, type Environment } from './env.ts';
import { createLog, redirectConsole, type Log } from './log.ts';
import { mediaStore, workFolder } from './media/open-store.ts';
import { serveStore } from './media/serve.ts';
import { networkOf } from './network.ts';
import { startQuietCutter } from './newsroom/commands/autosave.ts';
import { countAlarms } from './desk/desk-numbers.ts';
import { reindexSearch } from './newsroom/reindex-search.ts';
import { startScheduler } from './newsroom/scheduler.ts';
import { openLanes } from './lanes.ts';
import { keepPrivate } from './private-data.ts';
import { answerLog } from './http/answer-log.ts';
import { clientAddressBehind } from './http/client-address.ts';
import { createDoor } from './http/door.ts';
import { createHealth } from './http/health.ts';
import { listen } from './http/listen.ts';
import { MediaGate } from './media/media-gate.ts';
import { Metrics } from './http/metrics.ts';
import { compilePageScripts, readPageScripts } from './page-cache/finish/page-script.ts';
import { readPageStyles } from './page-cache/finish/page-styles.ts';
import { PageCache } from './page-cache/page-cache.ts';
import { stopServer } from './http/stop.ts';
import { Traffic } from './http/traffic.ts';
import { REDIRECTS_TAG } from './cache-tags.ts';
import { isArticleVisible } from './publication/is-visible.ts';
import { mediaReach } from './publication/media/media-reach.ts';
import { followNavigation } from './publication/navigation.ts';
import { findRedirect, hasRedirects } from './publication/redirects.ts';
import { followReleases } from './publication/releases.ts';
import { forgetReads, remember } from './publication/remember.ts';
import { sharePictures } from './syndication/share-pictures.ts';
import { createDeliveries } from './syndication/deliveries.ts';
import { syndicated } from './syndication/files.ts';
import { reservationHeaders } from './syndication/robots.ts';
import { answerSitemap } from './syndication/stream-sitemap.ts';
import { createViewAnswer } from './views/answer.ts';
import { ViewCounter } from './views/counter.ts';
import { startViewWriter } from './views/writer.ts';
import manifest from '../package.json' with { type: 'json' };
import { publication } from '../publication.config.ts';

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

/**
 * Milliseconds after SIGTERM by which running requests have finished or are cut off, and by which the
 * process has exited.
 */
const GRACE = 20_000;
const GONE = 24_500;

/**
 * Starts the portal, and returns once it accepts requests.
 * @param isDev - runs the development server, instead of serving the build's output
 * @throws CodedError for a fault that prevents the start, in words for the operator
 */
export async function serve(isDev: boolean): Promise<void> {
  const env = environment();
  const log = createLog(env.LOG_LEVEL);
  if (!isDev) redirectConsole(log);
  keepPrivate(env.DATA_DIR);
  const app = next({ dev: isDev, port: env.PORT, hostname: 'localhost' });
  const openDatabase = async () => {
    const lease = env.DATABASE_URL
      ? null
      : await startEmbedded(env.DATA_DIR, (told) => log.warn(told));
    await migrateOwn();
    return { embedded: lease, ...(await openPool()) };
  };
  // The framework loads its pages while the database starts.
  const [{ embedded, watch, most }] = await Promise.all([openDatabase(), app.prepare()]);
  const database = getDatabase();
  if (most < env.DATABASE_POOL)
    log.warn({ most }, 'the database has room for fewer connections than DATABASE_POOL');
  const handle = app.getRequestHandler();
  const framework = (...exchange: Parameters<typeof handle>) => handle(...exchange);
  const scripts = isDev ? await compilePageScripts() : readPageScripts();
  const metrics = new Metrics();
  const lanes = openLanes();
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
    scripts,
    styles: isDev ? {} : readPageStyles(),
    isEdited: isDev,
    onForeign: (path, script) =>
      log.error({ path, script }, 'a page holds a script that is not ours: browsers refuse it'),
  });
  const deliveries = createDeliveries({
    database,
    clock: databaseClock,
    onFailure: (target, reason) =>
      log.warn({ target, reason }, 'IndexNow/WebSub delivery failed; retrying'),
  });
  const knownSessions = new KnownSessions(databaseClock, (token, asker) =>
    lanes.sessions.run(asker, async () => (await readSession(token)) !== null),
  );
  const mediaGate = new MediaGate({
    reachOf: (path) => mediaReach(path),
    isOfNewsroom: async ({ headers }) => {
      const token = tokenIn(headers.cookie ?? null);
      return token !== null && (await readSession(token)) !== null;
    },
    drop: (path) => mediaStore().remove(path.slice(1)),
  });
  const navigationAfter = followNavigation();
  // The first result, at the start, is not a change.
  const onUnread = (cause: unknown) => log.error({ cause }, 'the navigation could not be read');
  navigationAfter([]).catch(onUnread);
  const invalidate = (tags: string[]) => {
    forgetReads();
    mediaGate.forget();
    // Redirects of a former site take precedence over our own pages, so any page may be affected.
    if (tags.includes(REDIRECTS_TAG)) pageCache.invalidateAll();
    else pageCache.invalidate(tags);
    deliveries.wake();
    navigationAfter(tags).then(
      (changed) => changed.length > 0 && pageCache.invalidate(changed),
      onUnread,
    );
  };
  tellAlarms((message, facts) => log.error(facts, message));
  const follower = await followOutbox({
    database: watch.database,
    onTags: invalidate,
    onSetBack: (facts) => {
      forgetReads();
      pageCache.invalidateAll();
      deliveries.wake();
      noteSetBack(facts);
    },
    afterPoll: followReleases(databaseClock, invalidate, watch.database),
    onHealth: (isWell, cause) =>
      isWell
        ? log.info('the database is back')
        : log.error({ cause }, 'the database does not answer'),
  });
  const scheduler = startScheduler((cause, articleId) =>
    log.error({ cause, articleId }, 'a scheduled article could not be published'),
  );
  const quiet = startQuietCutter((cause, articleId) =>
    log.error({ cause, articleId }, 'no revision could be made of a quiet text yet'),
  );
  const counter = new ViewCounter({ clock: databaseClock, database: getDatabase });
  const viewWriter = startViewWriter(counter, (cause) =>
    log.error({ cause }, 'views could not be written yet'),
  );

  const onMediaFailure = (cause: unknown) =>
    log.error({ cause }, 'the media store does not answer');
  let isStopping = false;
  const traffic = new Traffic();
  const server = createDoor({
    transport: env.SITE_URL.startsWith('https:') ? STRICT_TRANSPORT[env.HSTS] : null,
    pageCache,
    lanes,
    hasSession: (request) => tokenIn(request.headers.cookie ?? null) !== null,
    isOfNewsroom: async (request) =>
      knownSessions.has(tokenIn(request.headers.cookie ?? null) ?? '', askerOf(request)),
    framework,
    hosts: env.ALLOWED_HOSTS,
    clientAddress,
    askerOf,
    isEdited: isDev,
    isStopping: () => isStopping,
    health: createHealth({
      isStopping: () => isStopping,
      isReadable: async () => (await watch.database.execute('select 1')).length > 0,
      secondsBehind: () => follower.secondsBehind(),
    }),
    metrics: metrics.answerOf({
      pageCache,
      traffic,
      lanes,
      outbox: follower,
      articles: () => countAlarms().catch(() => null),
      database: () => readStatistics(database).catch(() => null),
      token: env.METRICS_TOKEN,
      isLocalSite: isLoopback(),
    }),
    views: createViewAnswer({
      counter,
      addressOf: clientAddress,
      isVisible: (id) => remember(`visible:${id}`, () => isArticleVisible(id)),
    }),
    sitemaps: answerSitemap,
    redirects: async (address) => ((await hasRedirects()) ? findRedirect(address) : null),
    keyFile: env.INDEXNOW_KEY && `/${env.INDEXNOW_KEY}.txt`,
    headers: reservationHeaders(publication.syndication.crawlers),
    gate: mediaGate,
    media: serveStore(mediaStore(), onMediaFailure),
    makeMedia: sharePictures({ store: mediaStore(), work: workFolder() }),
    assets: isDev
      ? null
      : sirv(SERVED, {
          brotli: true,
          gzip: true,
          etag: true,
          setHeaders: (response, path) => {
            if (LASTING.test(path)) response.setHeader('cache-control', FOR_EVER);
            // The only extension that sirv has no type for, and browsers do not guess one (nosniff).
            if (path.endsWith('.ico')) response.setHeader('content-type', 'image/x-icon');
          },
        }),
    onWritten: () => follower.wake(),
    onAnswered: answerLog(log, traffic),
  });
  await listen(server, env.PORT);
  deliveries.start();
  tellStart(log, env);
  // Written now, because a process that is killed writes nothing at its end.
  flushCompileCache();
  const reindexing = reindexSearch(() => isStopping).then(
    (count) => count > 0 && log.info({ count }, 'articles were indexed again for search'),
    (cause: unknown) => log.error({ cause }, 'search could not be indexed again'),
  );

  const stop = async (drain: number) => {
    if (isStopping) return;
    isStopping = true;
    log.info('stopping: what is under way is finished');
    setTimeout(() => process.exit(1), GONE).unref();
    if (!(await stopServer(server, { drain, grace: GRACE - drain })))
      log.warn('requests that did not finish in time were cut off');
    await Promise.all([scheduler.stop(), quiet.stop(), reindexing]);
    await follower.stop();
    await viewWriter.stop();
    await deliveries.stop();
    await app.close();
    await watch.close();
    await closeDatabase();
    await embedded?.release();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop(env.DRAIN_SECONDS * 1000));
  // At a terminal no load balancer has to notice the stop first.
  process.once('SIGINT', () => void stop(0));
}

/** Reports the start: a sentence on a terminal, a line of the log elsewhere. */
function tellStart(log: Log, env: Environment): void {
  const address = `http://localhost:${env.PORT}`;
  const facts = {
    version: manifest.version,
    node: process.version,
    address,
    site: env.SITE_URL,
    database: env.DATABASE_URL ? 'PostgreSQL' : `embedded, in ${env.DATA_DIR}`,
    pageMemoryMb: env.PAGE_MEMORY_MB,
    readyMs: Math.round(performance.now()),
  };
  if (!process.stdout.isTTY) return log.info(facts, `Caliber serves ${address}`);
  console.log(
    `Caliber ${manifest.version} serves ${address} · database: ${facts.database} · ` +
      `${env.PAGE_MEMORY_MB} MB for pages · ready in ${(facts.readyMs / 1000).toFixed(1)} s`,
  );
}
