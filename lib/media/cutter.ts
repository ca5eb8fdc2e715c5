/**
 * The parent's side of the child process that cuts pictures: one at a time, with limits of time and memory.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { resolve as pathOf } from 'node:path';
import type { CutAnswer, CutJob, CutRefusal } from './cut-job.ts';

/** Maximum milliseconds for one picture. */
const CUT_LIMIT = 60_000;
/** Limit of JavaScript's own memory; the child itself monitors the memory for pictures. */
const HEAP_LIMIT_MB = 256;
/** The child's exit code when it exceeded its memory limit. */
const TOO_COSTLY = 77;

// Relative to the folder in which the portal is started: the framework bundles this file to another place.
const WORKER = pathOf('lib/media/cut-worker.ts');

let cutter: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Runs a job in the child process, after the jobs that were queued before. */
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
  // None of our settings: an attacker who takes over the child finds no password in it.
  const child = fork(/* turbopackIgnore: true */ WORKER, {
    execArgv: [`--max-old-space-size=${HEAP_LIMIT_MB}`],
    env: { NODE_ENV: 'production' },
  });
  // An idle child must not keep the process alive.
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
