import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of garbage that are let lie: V8 alone lets a hundred megabytes and more of it lie on a machine that has them. */
const LET_LIE = 48 * 1024 * 1024;

/**
 * Bounds what a long reading holds beyond what it needs, on any machine and without a limit at which the
 * process would die.
 * @returns call once per item; forces a collection past 48 MB of growth
 */
export function boundMemory(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let needed = process.memoryUsage().heapUsed;
  return () => {
    if (process.memoryUsage().heapUsed < needed + LET_LIE) return;
    collect();
    needed = process.memoryUsage().heapUsed;
  };
}
