/** The child process that cuts pictures, seen from outside: one at a time, with limits of time and memory. */
import { fork, type ChildProcess } from 'node:child_process';
import { resolve as pathOf } from 'node:path';
import type { CutAnswer, CutJob, CutRefusal } from './cut-job.ts';

/** Milliseconds that one picture may take. */
const CUT_LIMIT = 60_000;
/** Of JavaScript's own memory; what pictures take is watched by the child itself. */
const HEAP_LIMIT_MB = 256;
/** What the child exits with when it took more than it may. */
const TOO_COSTLY = 77;

// By the folder that the portal is started in: the framework bundles this file to elsewhere.
const WORKER = pathOf('lib/media/cut-worker.ts');

let cutter: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Has the child do a job, after those that were asked before. */
export function askCutter(job: CutJob): Promise<CutAnswer> {
  const answer = last.then(() => ask(job));
  last = answer.catch(() => {});
  return answer;
}

/** Ends the child process; the next picture starts another. */
export async function closeCutter(): Promise<void> {
  cutter?.disconnect();
  cutter = undefined;
}

function start(): ChildProcess {
  // Nothing of our own settings: whatever takes the child over finds no password in it.
  const child = fork(/* turbopackIgnore: true */ WORKER, {
    execArgv: [`--max-old-space-size=${HEAP_LIMIT_MB}`],
    env: { NODE_ENV: 'production' },
  });
  // A child that waits for work keeps nobody from ending.
  child.unref();
  child.channel?.unref();
  return child;
}

function ask(job: CutJob): Promise<CutAnswer> {
  const child = (cutter ??= start());
  child.ref();
  child.channel?.ref();
  return new Promise((resolve) => {
    const settle = (answer: CutAnswer, isLost = false) => {
      clearTimeout(limit);
      child.off('message', onMessage).off('exit', onExit).off('error', onExit);
      child.unref();
      child.channel?.unref();
      if (isLost && cutter === child) cutter = undefined;
      resolve(answer);
    };
    const refuse = (code: CutRefusal['code'], reason: string) =>
      settle({ refusal: { code, reason } }, true);
    const onMessage = (answer: CutAnswer) => settle(answer);
    const onExit = (code: unknown) =>
      code === TOO_COSTLY
        ? refuse('too_costly', 'decoding it took more memory than one picture may')
        : refuse('broken', 'decoding it failed (the process that cuts pictures ended)');
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      refuse('too_costly', `cutting it took over ${CUT_LIMIT / 1000} seconds`);
    }, CUT_LIMIT);
    child.once('message', onMessage).once('exit', onExit).once('error', onExit);
    child.send(job, (fault) => fault && onExit(null));
  });
}
