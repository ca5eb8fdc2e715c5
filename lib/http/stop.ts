import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface StopOptions {
  /**
   * Milliseconds in which a load balancer notices that the process stops, while requests are still
   * accepted.
   */
  drain: number;
  /** Milliseconds that running requests may take after that. */
  grace: number;
}

/** Milliseconds between checks for connections that have become idle. */
const LOOK_EVERY = 50;

/**
 * Stops a server without dropping requests. First it still listens and closes each connection after its
 * response, so that clients which hold connections open have none left; then it refuses new connections and
 * lets running requests finish.
 * @returns whether everything finished; otherwise the remaining connections have been cut off
 */
export async function stopServer(server: Server, { drain, grace }: StopOptions): Promise<boolean> {
  await sleep(drain);
  const closed = new Promise<true>((resolve) => server.close(() => resolve(true)));
  const idling = setInterval(() => server.closeIdleConnections(), LOOK_EVERY);
  const isDone = await Promise.race([closed, sleep(grace, false, { ref: false })]);
  clearInterval(idling);
  if (!isDone) server.closeAllConnections();
  return isDone;
}
