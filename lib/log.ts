/**
 * The process's log: one line of JSON per entry, for machines; it contains nothing that a reader would not
 * want there.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Most characters of a message: a database query can be very long. */
const MAX_MESSAGE = 400;

/**
 * An error as it is logged. The database driver puts query parameters into its messages: an address, a
 * name, a reader's search text.
 */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack = '', cause } = error;
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: name,
    message: message.replace(/\nparams: [\s\S]*/, '').slice(0, MAX_MESSAGE),
    ...(typeof code === 'string' && { code }),
    ...(cause !== undefined && { cause: serializeError(cause) }),
    // The stack without the message, which is already logged above.
    at: stack
      .match(/^ {4}at .*$/gm)
      ?.slice(0, 10)
      .map((line) => line.trim()),
  };
}

/**
 * Creates the process's log.
 * @param level - the lowest level that is logged
 * @param out - the destination; standard output by default
 */
export const createLog = (level: string, out?: DestinationStream): Log =>
  pino({ level, base: null, serializers: { cause: serializeError } }, out ?? pino.destination(1));

/** The error that occurred while a request was answered, for the request's one log line. */
export interface Fault {
  cause: unknown;
}
export const requestFault = new AsyncLocalStorage<Fault>();

/**
 * Sends console output of the framework and of our route handlers to the log: within a request an error
 * becomes the cause on the request's own line, outside it is a line of its own.
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
    .slice(0, MAX_MESSAGE);
