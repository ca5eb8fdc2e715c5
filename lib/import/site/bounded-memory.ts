import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Bytes of garbage to allow: by itself V8 keeps a hundred megabytes and more of it on a machine with enough
 * memory.
 */
const LET_LIE = 48 * 1024 * 1024;

/**
 * Limits the garbage during a long import, on any machine and without a heap limit that would kill the
 * process.
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
