/**
 * The portal's process: database, migrations, the framework, the press, the outbox it follows, and one
 * door before them all. `node server.ts` serves what `next build` made; `--dev` serves while you edit.
 */
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import next from 'next';
import pino from 'pino';
import sirv from 'sirv';
import { systemClock } from './lib/clock.ts';
import { closeDatabase, getDatabase } from './lib/db/client.ts';
import { startEmbedded } from './lib/db/embedded/start.ts';
import { followOutbox } from './lib/db/follow-outbox.ts';
import { migrate } from './lib/db/migrate.ts';
import { tidy } from './lib/db/tidy.ts';
import { environment } from './lib/env.ts';
import { CodedError } from './lib/errors.ts';
import { startScheduler } from './lib/newsroom/scheduler.ts';
import { createDoor, listen } from './lib/press/door.ts';
import { compilePageScripts, readPageScripts } from './lib/press/page-script.ts';
import { Press } from './lib/press/press.ts';
import { REDIRECTS_TAG } from './lib/publication/cache-tags.ts';
import { isArticleVisible } from './lib/publication/is-visible.ts';
import { findRedirect, hasRedirects } from './lib/publication/redirects.ts';
import { followReleases } from './lib/publication/releases.ts';
import { forgetReads, remember } from './lib/publication/remember.ts';
import { sharePictures } from './lib/syndication/share-pictures.ts';
import { createDeliveries } from './lib/syndication/deliveries.ts';
import { syndicated } from './lib/syndication/files.ts';
import { miningHeaders } from './lib/syndication/robots.ts';
import { answerSitemap } from './lib/syndication/stream-sitemap.ts';
import { createViewAnswer } from './lib/views/answer.ts';
import { ViewCounter } from './lib/views/counter.ts';
import { startViewWriter } from './lib/views/writer.ts';
import { publication } from './publication.config.ts';

/** What `npm run build` laid out to be served as it is, each file beside its compressed forms. */
const SERVED = '.next/served';
/** Files whose name changes with their content, and fonts, which do not change. */
const LASTING = /^\/(_next\/static|fonts)\//;

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Milliseconds between tidyings of the embedded database, which has nobody else to do it. */
const TIDY_EVERY = 6 * 3_600_000;

/** Milliseconds that requests under way may take after SIGTERM. */
const GRACE = 20_000;

async function serve(isDev: boolean): Promise<void> {
  const env = environment();
  const log = pino({ level: env.LOG_LEVEL });
  const embedded = env.DATABASE_URL ? null : await startEmbedded(env.DATA_DIR);
  const database = getDatabase();
  await migrate(database);

  if (embedded) {
    const tidying = () =>
      tidy(database).catch((cause: unknown) => log.error({ cause }, 'the database is not tidied'));
    setInterval(() => void tidying(), TIDY_EVERY).unref();
  }

  const app = next({ dev: isDev, port: env.PORT, hostname: 'localhost' });
  await app.prepare();
  const handle = app.getRequestHandler();
  const framework = (...exchange: Parameters<typeof handle>) => handle(...exchange);
  const scripts = isDev ? await compilePageScripts() : readPageScripts();
  const press = new Press({
    listener: syndicated(framework),
    clock: systemClock,
    host: new URL(env.SITE_URL).host,
    // While one edits, every read is a new print.
    limit: isDev ? 0 : env.PAGE_MEMORY_MB * 1024 * 1024,
    scripts,
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
  const counter = new ViewCounter({ clock: systemClock, database: getDatabase });
  const viewWriter = startViewWriter(counter, (cause) =>
    log.error({ cause }, 'views could not be written yet'),
  );

  const mediaDir = join(env.DATA_DIR, 'media');
  const server = createDoor({
    isSecure: env.SITE_URL.startsWith('https:'),
    press,
    framework,
    views: createViewAnswer({
      counter,
      isVisible: (id) => remember(`visible:${id}`, () => isArticleVisible(id)),
    }),
    sitemaps: answerSitemap,
    redirects: async (address) => ((await hasRedirects()) ? findRedirect(address) : null),
    headers: miningHeaders(publication.syndication.crawlers),
    media: sirv(mediaDir, {
      // Pictures that are imported while we serve are there at once.
      dev: true,
      etag: true,
      setHeaders: (response) => response.setHeader('cache-control', FOR_EVER),
    }),
    makeMedia: sharePictures({ mediaDir }),
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
    onError: (cause, url) => log.error({ cause, url }, 'a request failed'),
  });
  await listen(server, env.PORT);
  deliveries.start();
  console.log(`Caliber serves http://localhost:${env.PORT}`);

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), GRACE).unref();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
    });
    await scheduler.stop();
    await follower.stop();
    await viewWriter.stop();
    await deliveries.stop();
    await app.close();
    await closeDatabase();
    await embedded?.release();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } });
serve(values.dev).catch((cause: unknown) => {
  console.error(cause instanceof CodedError ? cause.message : cause);
  process.exit(1);
});
