import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portalEnvironment } from './portal.ts';

/** Runs the command line beside the portal that serves. */
export function portal(...parameters: string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['lib/cli/portal.ts', ...parameters],
    { encoding: 'utf8', env: { ...process.env, ...portalEnvironment } },
  );
  return { code: status, said: stdout + stderr };
}

/** A folder of stories that a test imports while the portal serves. */
export class LiveEdition {
  readonly #folder = mkdtempSync(join(tmpdir(), 'caliber-live-'));

  /**
   * Imports one translation of a story, as it is now.
   * @param fields - of its front matter, written as YAML values
   */
  put(story: string, locale: string, fields: Record<string, string>): void {
    const head = Object.entries({ story, locale, category: 'world', ...fields });
    writeFileSync(
      join(this.#folder, `${story}.${locale}.md`),
      `---\n${head.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n\nText.\n`,
    );
    const { code, said } = portal('import', this.#folder);
    if (code !== 0) throw new Error(said);
  }
}
