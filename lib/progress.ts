import { SingleBar } from 'cli-progress';

/** A bar on a terminal; elsewhere nothing but what the command itself prints. */
export interface Progress {
  step(): void;
  end(): void;
}

/**
 * Starts to show progress on standard error, so that standard output stays for results.
 * @param what - a noun, `Importing`
 * @param total - steps that will come
 */
export function showProgress(what: string, total: number): Progress {
  if (!process.stderr.isTTY) return { step: () => {}, end: () => {} };
  const bar = new SingleBar({
    format: `${what} {bar} {value}/{total} · {eta_formatted} left`,
    hideCursor: true,
    stream: process.stderr,
  });
  bar.start(total, 0);
  return { step: () => bar.increment(), end: () => bar.stop() };
}
