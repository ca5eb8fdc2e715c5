/**
 * The portal's process: database, migrations, the framework, the press, the outbox it follows, and one
 * door before them all.
 */
import { flushCompileCache } from 'node:module';
import next from 'next';
import sirv from 'sirv';
import { systemClock } from './clock.ts';
import { closeDatabase, getDatabase } from './db/client.ts';
import { startEmbedded } from './db/embedded/start.ts';
import { followOutbox } from './db/follow-outbox.ts';
import { migrateOwn } from './db/migrate.ts';
import { readStatistics } from './db/statistics.ts';
import { environment, type Environment } from './env.ts';
import { createLog, redirectConsole, type Log } from './log.ts';
import { mediaFolder, mediaStore } from './media/open-store.ts';
import { serveFolder, serveStore } from './media/serve.ts';
import { startQuietCutter } from './newsroom/autosave.ts';
import { startScheduler } from './newsroom/scheduler.ts';
import { answerLog } from './press/answer-log.ts';
import { clientAddressBehind } from './press/client-address.ts';
import { createDoor } from './press/door.ts';
import { createHealth } from './press/health.ts';
import { listen } from './press/listen.ts';
import { Metrics } from './press/metrics.ts';
import { compilePageScripts, readPageScripts } from './press/page-script.ts';
import { readPageStyles } from './press/page-styles.ts';
import { Press } from './press/press.ts';
import { stopServer } from './press/stop.ts';
import { Traffic } from './press/traffic.ts';
import { REDIRECTS_TAG } from './publication/cache-tags.ts';
import { isReady } from './publication/is-ready.ts';
import { isArticleVisible } from './publication/is-visible.ts';
import { findRedirect, hasRedirects } from './publication/redirects.ts';
import { followReleases } from './publication/releases.ts';
import { forgetReads, remember } from './publication/remember.ts';
import { sharePictures } from './syndication/share-pictures.ts';
import { createDeliveries } from './syndication/deliveries.ts';
import { syndicated } from './syndication/files.ts';
import { miningHeaders } from './syndication/robots.ts';
import { answerSitemap } from './syndication/stream-sitemap.ts';
import { createViewAnswer } from './views/answer.ts';
import { ViewCounter } from './views/counter.ts';
import { startViewWriter } from './views/writer.ts';
import manifest from '../package.json' with { type: 'json' };
import { publication } from '../publication.config.ts';

/** What `npm run build` laid out to be served as it is, each file beside its compressed forms. */
const SERVED = '.next/served';
/** Files whose name changes with their content, and fonts, which do not change. */
const LASTING = /^\/(_next\/static|fonts)\//;

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Milliseconds after SIGTERM by which requests under way have finished or are cut off, and we are gone. */
const GRACE = 20_000;
const GONE = 24_500;

/**
 * Starts the portal, and returns once it takes requests.
 * @param isDev - serves while one edits, instead of what the build made
 * @throws CodedError for what keeps it from starting, in an operator's words
 */
export async function serve(isDev: boolean): Promise<void> {
  const env = environment();
  const log = createLog(env.LOG_LEVEL);
  if (!isDev) redirectConsole(log);
  const app = next({ dev: isDev, port: env.PORT, hostname: 'localhost' });
  const openDatabase = async () => {
    const lease = env.DATABASE_URL
      ? null
      : await startEmbedded(env.DATA_DIR, (told) => log.warn(told));
    await migrateOwn();
    return lease;
  };
  // The framework loads its pages while the database starts.
  const [embedded] = await Promise.all([openDatabase(), app.prepare()]);
  const database = getDatabase();
  const handle = app.getRequestHandler();
  const framework = (...exchange: Parameters<typeof handle>) => handle(...exchange);
  const scripts = isDev ? await compilePageScripts() : readPageScripts();
  const metrics = new Metrics();
  const press = new Press({
    listener: metrics.timed(syndicated(framework)),
    clock: systemClock,
    host: new URL(env.SITE_URL).host,
    // While one edits, every read is a new print.
    limit: isDev ? 0 : env.PAGE_MEMORY_MB * 1024 * 1024,
    scripts,
    styles: isDev ? {} : readPageStyles(),
    isEdited: isDev,
  });
  const deliveries = createDeliveries({
    database,
    clock: systemClock,
    onFailure: (target, reason) => log.warn({ target, reason }, 'outsiders are not told yet'),
  });
  const withdraw = (tags: string[]) => {
    forgetReads();
    // A former site's addresses go before our own pages, whichever they are.
    if (tags.includes(REDIRECTS_TAG)) press.withdrawAll();
    else press.withdraw(tags);
    deliveries.wake();
  };
  const follower = await followOutbox({
    database,
    onTags: withdraw,
    beforePoll: followReleases(systemClock, withdraw),
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
  const counter = new ViewCounter({ clock: systemClock, database: getDatabase });
  const viewWriter = startViewWriter(counter, (cause) =>
    log.error({ cause }, 'views could not be written yet'),
  );

  const onMediaFailure = (cause: unknown) =>
    log.error({ cause }, 'the media store does not answer');
  let isStopping = false;
  const traffic = new Traffic();
  const clientAddress = clientAddressBehind(env.TRUSTED_PROXIES);
  const server = createDoor({
    isSecure: env.SITE_URL.startsWith('https:'),
    press,
    framework,
    hosts: env.ALLOWED_HOSTS,
    clientAddress,
    isEdited: isDev,
    isStopping: () => isStopping,
    health: createHealth({
      isStopping: () => isStopping,
      isReadable: isReady,
      secondsBehind: () => follower.secondsBehind(),
    }),
    metrics: metrics.answerOf({
      press,
      traffic,
      outbox: follower,
      database: () => readStatistics(database).catch(() => null),
      token: env.METRICS_TOKEN,
    }),
    views: createViewAnswer({
      counter,
      addressOf: clientAddress,
      isVisible: (id) => remember(`visible:${id}`, () => isArticleVisible(id)),
    }),
    sitemaps: answerSitemap,
    redirects: async (address) => ((await hasRedirects()) ? findRedirect(address) : null),
    headers: miningHeaders(publication.syndication.crawlers),
    media: env.MEDIA_S3 ? serveStore(mediaStore(), onMediaFailure) : serveFolder(mediaFolder()),
    makeMedia: sharePictures({ store: mediaStore() }),
    assets: isDev
      ? null
      : sirv(SERVED, {
          brotli: true,
          gzip: true,
          etag: true,
          setHeaders: (response, path) => {
            if (LASTING.test(path)) response.setHeader('cache-control', FOR_EVER);
          },
        }),
    onAnswered: answerLog(log, traffic),
  });
  await listen(server, env.PORT);
  deliveries.start();
  tellStart(log, env);
  // A process that is killed writes nothing at its end.
  flushCompileCache();

  const stop = async (drain: number) => {
    if (isStopping) return;
    isStopping = true;
    log.info('stopping: what is under way is finished');
    setTimeout(() => process.exit(1), GONE).unref();
    if (!(await stopServer(server, { drain, grace: GRACE - drain })))
      log.warn('requests that did not finish in time were cut off');
    await Promise.all([scheduler.stop(), quiet.stop()]);
    await follower.stop();
    await viewWriter.stop();
    await deliveries.stop();
    await app.close();
    await closeDatabase();
    await embedded?.release();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop(env.DRAIN_SECONDS * 1000));
  // At a terminal nobody else has to learn of it.
  process.once('SIGINT', () => void stop(0));
}

/** Says what serves where: a sentence at a terminal, a line of the log elsewhere. */
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
