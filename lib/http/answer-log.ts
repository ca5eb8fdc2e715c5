import type { Log } from '../log.ts';
import type { Answered } from './door/door-options.ts';
import type { Traffic } from './traffic.ts';

/** Not implemented: the fault is in the request, not in the portal. */
const NOT_OURS = 501;

/**
 * Milliseconds between log lines that count the requests refused for lack of capacity: a flood must not
 * fill the disk.
 */
const TELL_EVERY = 10_000;

/**
 * Creates the function that counts every response and logs those that failed; at level `debug` also the
 * others.
 */
export function answerLog(log: Log, traffic: Traffic): (answered: Answered) => void {
  const isVerbose = log.isLevelEnabled('debug');
  let refused = 0;
  let toldAt = -Infinity;
  const tellRefused = () => {
    refused++;
    if (performance.now() - toldAt < TELL_EVERY) return;
    toldAt = performance.now();
    log.warn({ refused }, 'too many requests: some were refused');
    refused = 0;
  };
  return (answered) => {
    const { kind, status, cause, isTooMuch } = answered;
    traffic.count(kind, status);
    if (isTooMuch) return tellRefused();
    const hasFailed = status >= 500 && status !== NOT_OURS && kind !== 'health';
    if (hasFailed || cause !== null) log.error(lineOf(answered), 'a request failed');
    else if (isVerbose) log.debug(lineOf(answered), 'a request');
  };
}

const lineOf = ({ cause, milliseconds, kind, method, path, status }: Answered) => ({
  kind,
  method,
  path,
  status,
  milliseconds: Math.round(milliseconds),
  ...(cause !== null && { cause }),
});
