import { existsSync, readFileSync } from 'node:fs';

/** Characters of a log that a message may quote. */
const MOST_QUOTED = 600;

/**
 * What was written to a log since a size, without times and pids, for one sentence.
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
