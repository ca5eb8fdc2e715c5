/**
 * The objects of which a process has one, for the functions that answer. They are on `globalThis`, because the
 * framework bundles its own copy of every module.
 */
import type { Answer, Question } from '../answer.ts';
import type { HealthAnswer } from '../http/health.ts';
import type { MediaGate } from '../media/media-gate.ts';
import type { ViewCounter } from '../views/counter.ts';

export interface Running {
  counter: ViewCounter;
  mediaGate: MediaGate;
  /** Makes a missing file of the media store, and returns whether it exists now. */
  makeMedia: (path: string) => Promise<boolean>;
  health: HealthAnswer;
  metrics: (question: Question) => Promise<Answer>;
}

const STARTED = Symbol.for('caliber.started');
const RUNNING = Symbol.for('caliber.running');
const shared = globalThis as { [STARTED]?: boolean; [RUNNING]?: Running };

/**
 * Claims the start of the process, which happens once: by `server.ts`, or by `instrumentation.ts` under plain
 * `next start`.
 * @returns whether the caller has to start it
 */
export function claimStart(): boolean {
  if (shared[STARTED]) return false;
  return (shared[STARTED] = true);
}

/** Makes the process's objects known. */
export function setRunning(objects: Running): void {
  shared[RUNNING] = objects;
}

/**
 * The process's objects.
 * @throws Error before the process has started
 */
export function running(): Running {
  if (!shared[RUNNING]) throw new Error('The portal has not started yet.');
  return shared[RUNNING];
}
