/** Opens the process's database: DATABASE_URL, or the embedded one, with its tables brought up to date. */
import { closeDatabase, openPool } from '../db/client.ts';
import { startEmbedded } from '../db/embedded/start.ts';
import { migrateOwn } from '../db/migrate.ts';
import type { Database } from '../db/client.ts';
import type { Environment } from '../env.ts';
import type { Log } from '../log.ts';

export interface OpenDatabase {
  /** The connection with which the process monitors the database, apart from the pool. */
  watch: Database;
  /** Closes every connection, and stops the embedded database if no other process uses it. */
  close(): Promise<void>;
}

/**
 * Starts the embedded database where no DATABASE_URL is set, runs the migrations and opens the pool.
 * @throws CodedError for a fault that prevents the start, in words for the operator
 */
export async function openDatabase(env: Environment, log: Log): Promise<OpenDatabase> {
  const embedded = env.DATABASE_URL
    ? null
    : await startEmbedded(env.DATA_DIR, (sentence) => log.warn(sentence));
  await migrateOwn();
  const { watch, most } = await openPool();
  if (most < env.DATABASE_POOL)
    log.warn({ most }, 'the database allows fewer connections than DATABASE_POOL');
  return {
    watch: watch.database,
    close: async () => {
      await watch.close();
      await closeDatabase();
      await embedded?.release();
    },
  };
}
