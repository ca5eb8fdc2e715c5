/** Requests as no browser sends them. */
import { connect, type Socket } from 'node:net';
import { PORT } from './portal.ts';

/**
 * Sends bytes as they are and waits until the server ends the connection.
 * @param bytes - one after the other, as fast as they are taken
 * @param options.port - of the portal; the suite's own when left out
 * @param options.ends - whether our half of the connection ends after them
 * @returns what came back
 */
export async function sendRaw(
  bytes: string | Iterable<string | Buffer>,
  { port = PORT, ends = false }: { port?: number; ends?: boolean } = {},
): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (data: Buffer) => (answer += data.toString()));
  socket.on('error', () => {
    // A server may well break off a conversation that makes no sense.
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  for (const part of typeof bytes === 'string' ? [bytes] : bytes) {
    if (socket.destroyed) break;
    if (!socket.write(part)) await Promise.race([drained(socket), closed]);
  }
  if (ends) socket.end();
  await closed;
  return answer;
}

const drained = (socket: Socket) =>
  new Promise<void>((resolve) => socket.once('drain', () => resolve()));

/** A request's first line and headers; the connection ends with the answer. */
export const head = (line: string, headers: Record<string, string> = {}): string =>
  [
    `${line} HTTP/1.1`,
    ...Object.entries({ Host: `127.0.0.1:${PORT}`, Connection: 'close', ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    '\r\n',
  ].join('\r\n');
