/**
 * A cluster that an image brings ready made: `node lib/db/embedded/cluster-template.ts`, as `deploy/Dockerfile`
 * does. A container may run as a user without a name, for whom initdb can't make one.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../.cluster-template', import.meta.url));

/** Where it lies. @param major - PostgreSQL's major version */
export const templateOf = (major: number): string => join(FOLDER, String(major));

/** Copies it, where there is one, into a folder. @returns whether there is */
export function copyTemplate(major: number, target: string): boolean {
  const template = templateOf(major);
  if (!existsSync(template)) return false;
  cpSync(template, target, { recursive: true });
  execFileSync('chmod', ['-R', 'go=', target]);
  execFileSync('sync', ['-f', target]);
  return true;
}

/** Makes it, for any user to read. */
async function makeTemplate(): Promise<void> {
  const [{ createCluster }, { locate }, { MAJOR }] = await Promise.all([
    import('./create-cluster.ts'),
    import('./locate.ts'),
    import('./programs.ts'),
  ]);
  const work = mkdtempSync(join(tmpdir(), 'caliber-template-'));
  execFileSync('chmod', ['711', work]);
  rmSync(templateOf(MAJOR), { recursive: true, force: true });
  mkdirSync(join(work, 'database'));
  const { places, programs, runner } = await locate(work, console.error);
  const made = join(places.home, String(MAJOR));
  await createCluster(made, programs, runner);
  mkdirSync(dirname(templateOf(MAJOR)), { recursive: true });
  execFileSync('cp', ['-r', made, templateOf(MAJOR)]);
  execFileSync('chmod', ['-R', 'a+rX', dirname(templateOf(MAJOR))]);
  rmSync(work, { recursive: true });
}

if (import.meta.main) await makeTemplate();
