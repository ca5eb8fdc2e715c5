/**
 * The portal's process: database, jobs, the framework, the page cache, and the door (`http/door.ts`), the
 * HTTP entry point that receives every request.
 */
import { flushCompileCache } from 'node:module';
import next from 'next';
import manifest from '../../package.json' with { type: 'json' };
import { claimStart } from '../answers/running.ts';
import { environment, type Environment } from '../env.ts';
import { listen } from '../http/listen.ts';
import { Metrics } from '../http/metrics.ts';
import { stopServer } from '../http/stop.ts';
import { createLog, redirectConsole, type Log } from '../log.ts';
import { keepPrivate } from '../private-data.ts';
import { createFront } from './front.ts';
import { startJobs } from './jobs.ts';
import { openDatabase } from './open-database.ts';
import { announceRunning, openObjects } from './running.ts';

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
  // Before the framework is prepared, whose instrumentation would start the process otherwise.
  claimStart();
  const env = environment();
  const log = createLog(env.LOG_LEVEL);
  if (!isDev) redirectConsole(log);
  keepPrivate(env.DATA_DIR);
  const app = next({ dev: isDev, port: env.PORT, hostname: 'localhost' });
  // The framework loads its pages while the database starts.
  const [database] = await Promise.all([openDatabase(env, log), app.prepare()]);
  const objects = openObjects();
  const metrics = new Metrics();
  let isStopping = false;
  const front = await createFront({
    env,
    log,
    isDev,
    metrics,
    handle: app.getRequestHandler(),
    isStopping: () => isStopping,
  });
  const jobs = await startJobs({
    log,
    watch: database.watch,
    counter: objects.counter,
    mediaGate: objects.mediaGate,
    isStopping: () => isStopping,
    onInvalid: front.invalidate,
  });
  announceRunning({
    env,
    objects,
    metrics,
    front: front.measured,
    watch: database.watch,
    follower: jobs.follower,
    isStopping: () => isStopping,
  });
  const server = front.open(jobs.follower);
  await listen(server, env.PORT);
  jobs.startLate();
  tellStart(log, env);
  // Written now, because a process that is killed writes nothing at its end.
  flushCompileCache();

  const stop = async (drain: number) => {
    if (isStopping) return;
    isStopping = true;
    log.info('stopping: requests in progress are finished');
    setTimeout(() => process.exit(1), GONE).unref();
    if (!(await stopServer(server, { drain, grace: GRACE - drain })))
      log.warn('requests that did not finish in time were cut off');
    await jobs.stop();
    await app.close();
    await database.close();
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
