/** The portal under plain `next start`, without `server.ts`, on the data of the suite's own portal. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { PORT, portalEnvironment } from './portal.ts';

/** Milliseconds between two looks at whether it serves, and the most that its start may take. */
const LOOK_EVERY = 100;
const START_LIMIT = 120_000;

/**
 * Starts it; its pages name the address of the suite's own portal, so that both can be compared.
 * @param offset - added to the suite's port; each test file has its own
 */
export async function startPlainPortal(
  offset: number,
): Promise<{ site: string; stop(): Promise<void> }> {
  const port = String(PORT + offset);
  const site = `http://127.0.0.1:${port}`;
  const env = { ...process.env, ...portalEnvironment, PORT: port, LOG_LEVEL: 'silent' };
  const child = spawn('node_modules/.bin/next', ['start', '-p', port], { env, stdio: 'ignore' });
  const exited = once(child, 'exit');
  const isReady = () =>
    fetch(`${site}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  const deadline = performance.now() + START_LIMIT;
  while (!(await isReady())) {
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error('The plain portal did not start.');
    await sleep(LOOK_EVERY);
  }
  return {
    site,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
