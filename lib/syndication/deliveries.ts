/** Delivers events to the configured services outside the portal: IndexNow, a WebSub hub. */
import type { Store } from '../db/store.ts';
import { environment } from '../env.ts';
import { deliver, type Subscriber } from '../events/deliver.ts';
import { ensureTarget } from '../events/targets.ts';
import { startJob, type Job } from '../job.ts';
import { SUBSCRIBERS } from './subscribers.generated.ts';

export interface Deliveries {
  start(): void;
  /** Something was appended: checks now. */
  deliverNow(): void;
  /** Ends after the current turn; the next process delivers the rest. */
  stop(): Promise<void>;
}

export interface DeliveriesOptions extends Store {
  /** Called once per failure, with the reason why a subscriber was not reached. */
  onFailure: (subscriber: string, reason: unknown) => void;
  subscribers?: readonly Subscriber[];
}

/** Milliseconds between checks when nothing was appended here: another process may have failed or died. */
const LOOK_EVERY = 5000;

/** Creates the worker; without a subscriber it does nothing. */
export function createDeliveries(options: DeliveriesOptions): Deliveries {
  const { database, clock, onFailure, subscribers = configuredSubscribers() } = options;
  let jobs: Job[] = [];

  function startDelivery(subscriber: Subscriber): Job {
    let isThere = false;
    return startJob({
      run: async () => {
        if (!isThere) await ensureTarget(database, subscriber.name, clock.now());
        isThere = true;
        const turn = await deliver(subscriber, { database, clock });
        if (turn.kind === 'failed') onFailure(subscriber.name, turn.reason);
        return turn.kind === 'delivered' ? 0 : LOOK_EVERY;
      },
      every: LOOK_EVERY,
      onError: (cause) => onFailure(subscriber.name, cause),
    });
  }

  return {
    start: () => {
      jobs = subscribers.map(startDelivery);
    },
    deliverNow: () => jobs.forEach((job) => job.runNow()),
    stop: async () => {
      await Promise.all(jobs.map((job) => job.stop()));
    },
  };
}

const configuredSubscribers = (): Subscriber[] =>
  Object.values(SUBSCRIBERS).flatMap((open) => open(environment()) ?? []);
