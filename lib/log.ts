/** The process's log: one line of JSON each, for machines; nothing in it that a reader would not want there. */
import { AsyncLocalStorage } from 'node:async_hooks';
import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Characters of a message: a query of the database's can be very long. */
const MOST_TOLD = 400;

/**
 * An error as it is logged. The database's driver puts what was asked for into its messages: an address, a
 * name, what somebody searched for.
 */
function told(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack = '', cause } = error;
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: name,
    message: message.replace(/\nparams: [\s\S]*/, '').slice(0, MOST_TOLD),
    ...(typeof code === 'string' && { code }),
    ...(cause !== undefined && { cause: told(cause) }),
    // Where it happened, without the message that stands above.
    at: stack
      .match(/^ {4}at .*$/gm)
      ?.slice(0, 10)
      .map((line) => line.trim()),
  };
}

/**
 * @param level - the least that is told
 * @param out - where to; the standard output when left out
 */
export const createLog = (level: string, out?: DestinationStream): Log =>
  pino({ level, base: null, serializers: { cause: told } }, out ?? pino.destination(1));

/** What went wrong while a request was answered, for the one line that tells of it. */
export interface Fault {
  cause: unknown;
}
export const requestFault = new AsyncLocalStorage<Fault>();

/**
 * Has what the framework and our route handlers say to the console logged: within a request it becomes the
 * cause on the request's own line, outside it is a line of its own.
 */
export function redirectConsole(log: Log): void {
  console.error = (...parts: unknown[]) => {
    const error = parts.find((part) => part instanceof Error);
    const fault = requestFault.getStore();
    if (fault && error) fault.cause ??= error;
    else log.error({ ...(error && { cause: error }) }, textOf(parts));
  };
  console.warn = (...parts: unknown[]) => log.warn(textOf(parts));
}

const textOf = (parts: readonly unknown[]): string =>
  parts
    .filter((part) => typeof part === 'string')
    .join(' ')
    .slice(0, MOST_TOLD);
