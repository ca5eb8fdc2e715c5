/** `/api/health/live` and `/ready`, for monitoring: at low cost. */
import { setTimeout as sleep } from 'node:timers/promises';
import { jsonAnswer, type Answer } from '../answer.ts';
import { BARE_POLICY } from '../page-cache/finish/policy.ts';

export interface HealthOptions {
  /** Whether the process is stopping. */
  isStopping: () => boolean;
  /** Whether stored data can be read just now. */
  isReadable: () => Promise<boolean>;
  /** Seconds since the outbox was last read to its end. */
  secondsBehind: () => number;
}

export type HealthAnswer = (probe: 'live' | 'ready') => Promise<Answer>;

/** Milliseconds that the database may take to answer a check. */
const PATIENCE = 2000;
/** Milliseconds for which the result is reused: probes, however many, do not load the database. */
const HOLDS = 250;
/** Seconds without reading the outbox after which pages of this process may be outdated. */
const MOST_BEHIND = 5;

/** Creates the handler of the probes. */
export function createHealth(options: HealthOptions): HealthAnswer {
  const { isStopping, isReadable, secondsBehind } = options;
  let asked: { at: number; answer: Promise<boolean> } | undefined;
  const isReadableNow = (): Promise<boolean> => {
    const now = performance.now();
    if (!asked || now - asked.at > HOLDS) {
      const tooLate = sleep(PATIENCE, false, { ref: false });
      asked = { at: now, answer: Promise.race([isReadable().catch(() => false), tooLate]) };
    }
    return asked.answer;
  };

  return async (probe) => {
    if (probe === 'live') return answer(200, { live: true });
    if (isStopping()) return refusal('stopping', 'The process is about to end.');
    if (!(await isReadableNow()))
      return refusal('database_unreachable', 'The database does not answer.');
    if (secondsBehind() > MOST_BEHIND)
      return refusal('outbox_behind', 'What was published is not known here yet.');
    return answer(200, { ready: true });
  };
}

const refusal = (code: string, message: string) => answer(503, { error: { code, message } });

const answer = (status: number, value: unknown): Answer =>
  jsonAnswer(status, value, { 'content-security-policy': BARE_POLICY });
