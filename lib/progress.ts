import { SingleBar } from 'cli-progress';

/** A progress bar on a terminal; elsewhere only the command's own output appears. */
export interface Progress {
  step(): void;
  end(): void;
}

/**
 * Starts to show progress on standard error, so that standard output stays free for results.
 * @param what - a noun, for example `Importing`
 * @param total - number of steps
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
