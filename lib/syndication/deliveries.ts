/** The worker that delivers publications to the configured external services: IndexNow, a WebSub hub. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureTarget } from '../db/outbox-targets.ts';
import { environment } from '../env.ts';
import type { Store } from '../db/store.ts';
import { deliver, type Target } from './deliver.ts';
import { indexNow } from './indexnow.ts';
import { webSub } from './websub.ts';

export interface Deliveries {
  start(): void;
  /** Something was published: check now. */
  wake(): void;
  /** Ends after the current turn; the next process delivers the rest. */
  stop(): Promise<void>;
}

export interface DeliveriesOptions extends Store {
  /** Called once per failure, with the reason why a target was not reached. */
  onFailure: (target: string, reason: unknown) => void;
  targets?: readonly Target[];
}

/** Milliseconds between checks when nothing wakes the worker: another process may have failed or died. */
const LOOK_EVERY = 5000;

/** Creates the worker; without a target it does nothing. */
export function createDeliveries(options: DeliveriesOptions): Deliveries {
  const { database, clock, onFailure, targets = configuredTargets() } = options;
  const stopping = new AbortController();
  let rest = new AbortController();
  let running: Promise<unknown> = Promise.resolve();

  async function follow(target: Target): Promise<void> {
    let isThere = false;
    while (!stopping.signal.aborted) {
      // Taken before the check: if something is published during it, the following wait ends at once.
      const { signal } = rest;
      try {
        if (!isThere) await ensureTarget(database, target.name, clock.now());
        isThere = true;
        const turn = await deliver(target, { database, clock });
        if (turn.kind === 'failed') onFailure(target.name, turn.reason);
        if (turn.kind === 'delivered') continue;
      } catch (cause) {
        onFailure(target.name, cause);
      }
      await sleep(LOOK_EVERY, undefined, { signal }).catch(() => {});
    }
  }

  const wake = () => {
    rest.abort();
    rest = new AbortController();
  };
  return {
    start: () => {
      running = Promise.all(targets.map(follow));
    },
    wake,
    stop: async () => {
      stopping.abort();
      wake();
      await running;
    },
  };
}

function configuredTargets(): Target[] {
  const env = environment();
  const { INDEXNOW_KEY: key, INDEXNOW_ENDPOINT: endpoint, SITE_URL: site, WEBSUB_HUB: hub } = env;
  return [
    ...(key ? [indexNow({ endpoint, key, site })] : []),
    ...(hub ? [webSub({ hub, site })] : []),
  ];
}
