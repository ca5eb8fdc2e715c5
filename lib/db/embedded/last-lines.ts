import { existsSync, readFileSync } from 'node:fs';

/** Maximum characters of a log that a message quotes. */
const MOST_QUOTED = 600;

/**
 * The last lines that were written to a log after a given size, without times and pids, as one sentence.
 * @param from - bytes
 */
export function lastLines(path: string, from: number): string {
  if (!existsSync(path)) return '';
  return readFileSync(path)
    .subarray(from)
    .toString()
    .split('\n')
    .map((line) => line.replace(/^\d{4}-\d\d-\d\d \S+ \S+ \[\d+\] /, '').trim())
    .filter((line) => !/^(LOG|HINT):/.test(line) && line)
    .join(' ')
    .slice(-MOST_QUOTED);
}
