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
  const writing = setInterval(() => void counter.flush().catch(onError), WRITE_EVERY);
  return {
    stop: async () => {
      clearInterval(writing);
      // Twice: the first flush may be one that started before the last views arrived.
      await counter.flush().catch(onError);
      await counter.flush().catch(onError);
    },
  };
}
