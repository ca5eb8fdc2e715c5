/** Opens the objects of which a process has one. */
import { isLoopback, tokenIn } from '../accounts/cookie.ts';
import { readSession } from '../accounts/sessions.ts';
import { setRunning, type Running } from '../answers/running.ts';
import { databaseClock } from '../clock.ts';
import { getDatabase, type Database } from '../db/client.ts';
import type { Follower } from '../events/follow.ts';
import { readStatistics } from '../db/statistics.ts';
import { countAlarms } from '../desk/desk-numbers.ts';
import type { Environment } from '../env.ts';
import { createHealth } from '../http/health.ts';
import type { MeasuredFront, Metrics } from '../http/metrics.ts';
import { MediaGate } from '../media/media-gate.ts';
import { mediaStore, workFolder } from '../media/open-store.ts';
import { mediaReach } from '../publication/media/media-reach.ts';
import { sharePictures } from '../syndication/share-pictures.ts';
import { ViewCounter } from '../views/counter.ts';

export type Opened = Pick<Running, 'counter' | 'mediaGate' | 'makeMedia'>;

/** Creates the objects that the process's jobs need; the database must be open when they are used. */
export const openObjects = (): Opened => ({
  counter: new ViewCounter({ clock: databaseClock, database: getDatabase }),
  mediaGate: new MediaGate({
    reachOf: (path) => mediaReach(path),
    isOfNewsroom: async ({ headers }) => {
      const token = tokenIn(headers.cookie ?? null);
      return token !== null && (await readSession(token)) !== null;
    },
    drop: (path) => mediaStore().remove(path.slice(1)),
  }),
  makeMedia: sharePictures({ store: mediaStore(), work: workFolder() }),
});

export interface RunningOptions {
  env: Environment;
  objects: Opened;
  metrics: Metrics;
  /** What stands in front of the framework, if anything does. */
  front?: MeasuredFront;
  /** The connection with which the process monitors the database. */
  watch: Database;
  follower: Follower;
  isStopping: () => boolean;
}

/** Makes the process's objects known to the functions that answer. */
export function announceRunning(options: RunningOptions): Running {
  const { env, objects, metrics, front, watch, follower, isStopping } = options;
  const objectsOfAll: Running = {
    ...objects,
    health: createHealth({
      isStopping,
      isReadable: async () => (await watch.execute('select 1')).length > 0,
      secondsBehind: () => follower.secondsBehind(),
    }),
    metrics: metrics.answerOf({
      ...(front && { front }),
      outbox: follower,
      articles: () => countAlarms().catch(() => null),
      database: () => readStatistics(getDatabase()).catch(() => null),
      token: env.METRICS_TOKEN,
      isLocalSite: isLoopback(),
    }),
  };
  setRunning(objectsOfAll);
  return objectsOfAll;
}
