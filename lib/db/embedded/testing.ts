/** What the tests of the embedded database share. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { placesIn, socketIn } from './places.ts';
import { DATABASE, ROLE } from './roles.ts';

/** Milliseconds that a test may take which starts databases, on a machine that does much else. */
export const LIMIT = 180_000;

/** Makes a data folder. @returns it, and what removes it */
export function temporaryFolder(parent = tmpdir()): { dataDir: string; remove: () => void } {
  const dataDir = mkdtempSync(join(parent, 'caliber-embedded-'));
  return {
    dataDir,
    remove: () =>
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  };
}

/** One connection to the database of a data folder, as the portal's role. */
export const connectIn = (dataDir: string) =>
  postgres({
    path: socketIn(placesIn(dataDir).run),
    username: ROLE,
    database: DATABASE,
    max: 1,
    backoff: () => 0.1,
    onnotice: () => {},
  } as postgres.Options<Record<string, never>>);

/** Asks until it is answered: what a portal does while its database starts again. */
export async function insist<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (const deadline = performance.now() + LIMIT / 2; ; await sleep(50)) {
    try {
      return await ask();
    } catch (cause) {
      if (performance.now() > deadline) throw cause;
    }
  }
}

export const ownerPid = (dataDir: string): number =>
  Number(readFileSync(placesIn(dataDir).pid, 'utf8'));

/** The process of PostgreSQL that listens. */
export const postmasterPid = (dataDir: string, major = 18): number =>
  Number.parseInt(
    readFileSync(join(placesIn(dataDir).home, String(major), 'postmaster.pid'), 'utf8'),
  );

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function until(isSo: () => boolean): Promise<void> {
  for (const deadline = performance.now() + LIMIT / 2; !isSo(); await sleep(25))
    if (performance.now() > deadline) throw new Error('It did not come to be.');
}
