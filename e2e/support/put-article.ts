import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portalEnvironment } from './portal.ts';

/**
 * A folder of one's own from which articles are imported into the portal under test.
 * @returns a function that writes one file and imports it
 */
export function importer(name: string): (file: string, text: string) => void {
  const folder = mkdtempSync(join(tmpdir(), `caliber-${name}-`));
  return (file, text) => {
    writeFileSync(join(folder, file), text);
    execFileSync(process.execPath, ['lib/cli/portal.ts', 'import', folder], {
      env: { ...process.env, ...portalEnvironment },
    });
  };
}
