/**
 * A ready-made cluster that is part of a container image (`make-template.ts`): a container may run as a user
 * without a name, for whom initdb cannot make one.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../.cluster-template', import.meta.url));

/**
 * The template's folder.
 * @param major - PostgreSQL's major version
 */
export const templateOf = (major: number): string => join(FOLDER, String(major));

/**
 * Copies the template, if there is one, into a folder.
 * @param major - PostgreSQL's major version
 * @returns whether there is one
 */
export function copyTemplate(major: number, target: string): boolean {
  const template = templateOf(major);
  if (!existsSync(template)) return false;
  cpSync(template, target, { recursive: true });
  execFileSync('chmod', ['-R', 'go=', target]);
  execFileSync('sync', ['-f', target]);
  return true;
}
