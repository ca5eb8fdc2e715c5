/** `/api/health/live` and `/ready`, for monitoring: answered by the door, at low cost. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { BARE_POLICY } from '../page-cache/finish/policy.ts';

export interface HealthOptions {
  /** Whether the process is stopping. */
  isStopping: () => boolean;
  /** Whether stored data can be read just now. */
  isReadable: () => Promise<boolean>;
  /** Seconds since the outbox was last read to its end. */
  secondsBehind: () => number;
}

export type HealthAnswer = (
  request: IncomingMessage,
  response: ServerResponse,
  probe: 'live' | 'ready',
) => Promise<void>;

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

  return async (request, response, probe) => {
    if (probe === 'live') return answer(request, response, 200, { live: true });
    if (isStopping()) return refuse(request, response, 'stopping', 'The process is about to end.');
    if (!(await isReadableNow()))
      return refuse(request, response, 'database_unreachable', 'The database does not answer.');
    if (secondsBehind() > MOST_BEHIND)
      return refuse(
        request,
        response,
        'outbox_behind',
        'What was published is not known here yet.',
      );
    answer(request, response, 200, { ready: true });
  };
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  code: string,
  message: string,
): void {
  answer(request, response, 503, { error: { code, message } });
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  value: unknown,
): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'content-security-policy': BARE_POLICY,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
