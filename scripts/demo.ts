/**
 * `npm run demo`: a portal with the demonstration edition, from nothing: build, database, import, serve.
 * Each step does only what is not yet done, so that a second run serves at once.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { environment } from '../lib/env.ts';
import { CodedError } from '../lib/errors.ts';
import { listen } from '../lib/http/listen.ts';
import { buildPortal } from './build.ts';
import { SERVE } from './serving.ts';

const EDITION = 'edition';

/** Refuses a taken port before the work and not after it. */
async function checkPort(port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, port);
  await new Promise((resolve) => probe.close(resolve));
}

/** Runs a part of the portal to its end with our own input and output. */
function run(parameters: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, parameters, {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGTERM', forward).on('SIGINT', forward);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGTERM', forward).off('SIGINT', forward);
      resolve(code ?? 1);
    });
  });
}

async function demo(): Promise<void> {
  await checkPort(environment().PORT);
  await buildPortal();
  const imported = await run(['lib/cli/portal.ts', 'import', EDITION]);
  if (imported !== 0)
    throw new CodedError('import_failed', 'The edition was not imported whole: see above.');
  // With our own NODE_ENV: it makes no accounts in production on somebody's database.
  await run(['lib/cli/portal.ts', 'user', 'demo'], { NODE_ENV: environment().NODE_ENV });
  process.exitCode = await run(SERVE);
}

demo().catch((cause: unknown) => {
  console.error(cause instanceof CodedError ? cause.message : cause);
  process.exitCode = 1;
});
