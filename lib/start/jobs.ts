/**
 * What a process does besides answering: it follows the log of events, publishes what is due, writes views,
 * and delivers events to IndexNow and WebSub.
 */
import { noteSetBack, onAlarm } from '../alarms.ts';
import { databaseClock } from '../clock.ts';
import { getDatabase, type Database } from '../db/client.ts';
import { follow, type Follower } from '../events/follow.ts';
import { createInvalidation } from '../events/invalidate.ts';
import { LOCALES } from '../i18n/locales.ts';
import type { Log } from '../log.ts';
import type { MediaGate } from '../media/media-gate.ts';
import { startQuietCutter } from '../newsroom/working-copy/cut-quiet.ts';
import { reindexSearch } from '../newsroom/search/reindex-search.ts';
import { startScheduler } from '../newsroom/schedule/scheduler.ts';
import { followNavigation } from '../publication/navigation.ts';
import { forgetReads } from '../publication/remember.ts';
import { createDeliveries } from '../syndication/deliveries.ts';
import type { ViewCounter } from '../views/counter.ts';
import { startViewWriter } from '../views/writer.ts';

export interface JobsOptions {
  log: Log;
  /** The connection that follows the log of events. */
  watch: Database;
  counter: ViewCounter;
  mediaGate: Pick<MediaGate, 'forget'>;
  /** Whether the process is stopping: then long work ends early. */
  isStopping: () => boolean;
  /**
   * Called when something was published, after cached reads were cleared.
   * @param tags - of the pages that changed; null for every page
   */
  onInvalid: (tags: readonly string[] | null) => void;
}

export interface Jobs {
  follower: Follower;
  /** Starts what may wait until the process answers requests: deliveries, and search being indexed again. */
  startLate(): void;
  /** Ends every job after its current step; views that were counted are written. */
  stop(): Promise<void>;
}

/**
 * Starts the jobs of a process.
 * @throws whatever the first reading of the log throws
 */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { log, counter, isStopping } = options;
  const deliveries = createDeliveries({
    database: getDatabase(),
    clock: databaseClock,
    onFailure: (target, reason) =>
      log.warn({ target, reason }, 'IndexNow/WebSub delivery failed; retrying'),
  });
  onAlarm((message, facts) => log.error(facts, message));
  const scheduler = startScheduler((cause, articleId) =>
    log.error({ cause, articleId }, 'a scheduled article could not be published'),
  );
  const follower = await followLog(options, () => {
    deliveries.deliverNow();
    // What was published may become due.
    scheduler.runNow();
  });
  const quiet = startQuietCutter((cause, articleId) =>
    log.error({ cause, articleId }, 'a quiet text could not be saved as a revision yet'),
  );
  const viewWriter = startViewWriter(counter, (cause) =>
    log.error({ cause }, 'views could not be written yet'),
  );
  let reindexing: Promise<unknown> = Promise.resolve();
  return {
    follower,
    startLate: () => {
      deliveries.start();
      reindexing = reindexSearch(isStopping).then(
        (count) => count > 0 && log.info({ count }, 'articles were indexed again for search'),
        (cause: unknown) => log.error({ cause }, 'search could not be indexed again'),
      );
    },
    stop: async () => {
      await Promise.all([scheduler.stop(), quiet.stop(), reindexing]);
      await follower.stop();
      await viewWriter.stop();
      await deliveries.stop();
    },
  };
}

/** Follows the log of events: clears cached reads, and reports which pages are invalid. */
function followLog(
  { log, watch, mediaGate, onInvalid }: JobsOptions,
  onRows: () => void,
): Promise<Follower> {
  const readNavigation = followNavigation();
  const onUnread = (cause: unknown) => log.error({ cause }, 'the navigation could not be read');
  // The first result, at the start, is not a change.
  readNavigation(LOCALES).catch(onUnread);
  const forget = () => {
    forgetReads();
    mediaGate.forget();
  };
  const invalidate = createInvalidation({
    forget,
    invalidate: onInvalid,
    readNavigation,
    onError: onUnread,
  });
  return follow({
    database: watch,
    onRows: (rows) => {
      invalidate(rows);
      onRows();
    },
    onSetBack: (facts) => {
      forgetReads();
      onInvalid(null);
      onRows();
      noteSetBack(facts);
    },
    onHealth: (isWell, cause) =>
      isWell
        ? log.info('the database is back')
        : log.error({ cause }, 'the database does not answer'),
  });
}
