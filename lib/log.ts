/** The process's log: one line of JSON each, for machines; nothing in it that a reader would not want there. */
import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/**
 * An error as it is logged. The database's driver puts what was asked for into its messages: an address, a
 * name, what somebody searched for.
 */
function told(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack, ...rest } = pino.stdSerializers.err(error);
  const code: unknown = 'code' in rest ? rest['code'] : undefined;
  return { type, message: withoutValues(message), stack: withoutValues(stack), code };
}

const withoutValues = (text: string): string =>
  text.replace(/(Failed query: .*?)?\n?params: [^\n]*/gs, '$1').slice(0, 4000);

/**
 * @param level - the least that is told
 * @param out - where to; the standard output when left out
 */
export const createLog = (level: string, out?: DestinationStream): Log =>
  pino({ level, base: null, serializers: { cause: told, err: told } }, out ?? pino.destination(1));
