/**
 * A cluster that an image brings ready made (`make-template.ts`): a container may run as a user without a name,
 * for whom initdb can't make one.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
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
