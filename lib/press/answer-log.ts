import type { Log } from '../log.ts';
import type { Answered } from './door.ts';
import type { Traffic } from './traffic.ts';

/** Not implemented: what was asked for is at fault, not we. */
const NOT_OURS = 501;

/** Makes what counts every answer, and logs those that failed; the others too where the level asks for it. */
export function answerLog(log: Log, traffic: Traffic): (answered: Answered) => void {
  const isVerbose = log.isLevelEnabled('debug');
  return (answered) => {
    const { kind, status, cause } = answered;
    traffic.count(kind, status);
    const hasFailed = status >= 500 && status !== NOT_OURS && kind !== 'health';
    if (hasFailed || cause !== null) log.error(lineOf(answered), 'a request failed');
    else if (isVerbose) log.debug(lineOf(answered), 'a request');
  };
}

const lineOf = ({ cause, milliseconds, ...rest }: Answered) => ({
  ...rest,
  milliseconds: Math.round(milliseconds),
  ...(cause !== null && { cause }),
});
