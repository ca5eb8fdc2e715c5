/** Starts what a process needs under plain `next start` and `next dev`, without `server.ts` in front. */
import { claimStart } from '../answers/running.ts';
import { environment, type Environment } from '../env.ts';
import { clientAddressBehind } from '../http/client-address.ts';
import { Metrics } from '../http/metrics.ts';
import { prepareRequests } from '../http/prepare-requests.ts';
import { createLog } from '../log.ts';
import { keepPrivate } from '../private-data.ts';
import { compilePageScripts, readPageScripts } from '../page-cache/finish/page-script.ts';
import { openDatabase } from './open-database.ts';
import { startJobs } from './jobs.ts';
import { announceRunning, openObjects } from './running.ts';

/**
 * Opens the database and starts the jobs of the process; without effect where `server.ts` has done so.
 * @throws CodedError for a fault that prevents the start, in words for the operator
 */
export async function startPlain(): Promise<void> {
  if (!claimStart()) return;
  const env = environment();
  const log = createLog(env.LOG_LEVEL);
  keepPrivate(env.DATA_DIR);
  const database = await openDatabase(env, log);
  const objects = openObjects();
  let isStopping = false;
  const jobs = await startJobs({
    log,
    watch: database.watch,
    counter: objects.counter,
    mediaGate: objects.mediaGate,
    isStopping: () => isStopping,
    // Without the page cache every page is rendered for its request: none is outdated.
    onInvalid: () => {},
  });
  announceRunning({
    env,
    objects,
    metrics: new Metrics(),
    watch: database.watch,
    follower: jobs.follower,
    isStopping: () => isStopping,
  });
  prepareRequests(clientAddressBehind(env.TRUSTED_PROXIES), await pageScripts(env));
  jobs.startLate();
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void jobs.stop().then(() => database.close());
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

/** As the build compiled them; `next dev` has no build. */
const pageScripts = ({ NODE_ENV }: Pick<Environment, 'NODE_ENV'>) =>
  NODE_ENV === 'production' ? readPageScripts() : compilePageScripts();
