import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface StopOptions {
  /** Milliseconds in which a balancer learns that we end, while we still take what it sends. */
  drain: number;
  /** Milliseconds that requests under way may take after that. */
  grace: number;
}

/** Milliseconds between looks at connections that have fallen idle. */
const LOOK_EVERY = 50;

/**
 * Ends a server without dropping what it was asked. First it goes on listening and closes each connection
 * with the answer on it, so that whoever holds connections open makes no more of them; then it refuses new
 * ones and lets what is under way finish.
 * @returns whether everything finished; otherwise what was left has been cut off
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
