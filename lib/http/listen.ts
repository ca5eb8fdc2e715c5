import type { Server } from 'node:net';
import { CodedError } from '../errors.ts';

/**
 * Starts to listen.
 * @throws CodedError `port_taken` or `port_refused` in a sentence for the operator
 */
export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const sentence =
        cause.code === 'EADDRINUSE'
          ? `Port ${port} is taken by another program: stop it, or set PORT to a free one.`
          : `Port ${port} cannot be opened (${cause.code}): set PORT to one that this user may open.`;
      reject(
        new CodedError(cause.code === 'EADDRINUSE' ? 'port_taken' : 'port_refused', sentence, {
          cause,
        }),
      );
    });
    server.listen(port, resolve);
  });
}
