import type { ViewCounter } from './counter.ts';

/** Milliseconds between writes: what a crash may lose. */
const WRITE_EVERY = 2000;

/**
 * Writes the counts every two seconds, and once more when it is stopped.
 * @param onError - told of a write that failed; its counts are kept for the next
 */
export function startViewWriter(
  counter: ViewCounter,
  onError: (cause: unknown) => void,
): { stop(): Promise<void> } {
  const writing = setInterval(() => void counter.flush().catch(onError), WRITE_EVERY);
  return {
    stop: async () => {
      clearInterval(writing);
      // Twice: the first may be one that was under way before the last views came.
      await counter.flush().catch(onError);
      await counter.flush().catch(onError);
    },
  };
}
