import { startJob } from '../job.ts';
import type { ViewCounter } from './counter.ts';

/** Milliseconds between writes: what a crash may lose. */
const WRITE_EVERY = 2000;

/**
 * Writes the counts every two seconds, and once more when it is stopped.
 * @param onError - called when a write failed; its counts are kept for the next write
 */
export function startViewWriter(
  counter: ViewCounter,
  onError: (cause: unknown) => void,
): { stop(): Promise<void> } {
  const job = startJob({ run: () => counter.flush(), every: WRITE_EVERY, onError });
  return {
    stop: async () => {
      await job.stop();
      // The last run may have begun before the last views arrived.
      await counter.flush().catch(onError);
    },
  };
}
