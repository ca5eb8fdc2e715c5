/**
 * Opens the folder of PGlite, the engine that releases up to November 2026 embedded. Only this file still
 * uses it; it is a development dependency: an installation without development dependencies gets a message to
 * install it.
 */
import { CodedError } from '../../errors.ts';
import manifest from '../../../package.json' with { type: 'json' };
import type { Query } from './copy-database.ts';

/**
 * @param folder - PGlite's data folder
 * @throws CodedError `no_former_engine` where the package is not installed
 */
export async function openFormerEngine(
  folder: string,
): Promise<{ query: Query; close: () => Promise<void> }> {
  const { PGlite, pg_trgm } = await load();
  const engine = await PGlite.create({ dataDir: folder, extensions: { pg_trgm } });
  return {
    query: async (text, parameters = []) =>
      (await engine.query<Record<string, unknown>>(text, parameters)).rows,
    close: () => engine.close(),
  };
}

async function load() {
  try {
    const [{ PGlite }, { pg_trgm }] = await Promise.all([
      import('@electric-sql/pglite'),
      import('@electric-sql/pglite/contrib/pg_trgm'),
    ]);
    return { PGlite, pg_trgm };
  } catch (cause) {
    const version = manifest.devDependencies['@electric-sql/pglite'];
    throw new CodedError(
      'no_former_engine',
      `The data folder holds a database of an earlier release. To move it, the engine of that time is needed once: npm install --no-save @electric-sql/pglite@${version}, then start again. Nothing was changed.`,
      { cause },
    );
  }
}
