import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { environment } from '../env.ts';
import { CodedError } from '../errors.ts';
import { bounded } from './bounded.ts';
import { connectionsAllowed } from './connections.ts';
import { DATABASE, ROLE } from './embedded/roles.ts';
import { placesIn, socketIn } from './embedded/places.ts';
import * as schema from './schema/schema.ts';
import { watchedSockets } from './watched-socket.ts';

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** Seconds. */
const CONNECT_LIMIT = 2;
/**
 * Seconds before a lost database is tried again; the driver's own delay grows to 20, and readers wait for it.
 */
const RETRY_AFTER = 0.2;
/** Milliseconds. */
const IDLE_IN_TRANSACTION_LIMIT = 10_000;

export interface Connection {
  database: Database;
  close(): Promise<void>;
}

/** A database: a postgres:// address, or the data folder of an embedded one. */
export type Target = { url: string } | { dataDir: string };

/**
 * Opens a pool of connections; the first one is made when it is first needed.
 * @param options.isPatient - for work that may take minutes: no statement is cancelled
 * @param options.most - maximum number of connections; DATABASE_POOL if left out
 */
export function connectTo(
  target: Target,
  { isPatient = false, most }: { isPatient?: boolean; most?: number } = {},
): Connection {
  const { DATABASE_POOL, DATABASE_STATEMENT_MS, DATABASE_SILENCE_MS } = environment();
  const limit = isPatient ? Infinity : DATABASE_SILENCE_MS;
  const common = {
    max: most ?? DATABASE_POOL,
    socket: watchedSockets(
      limit,
      // Resolved again for each connection: a new owner may use another folder for its sockets.
      'url' in target ? undefined : () => socketIn(placesIn(target.dataDir).run),
    ),
    connect_timeout: CONNECT_LIMIT,
    backoff: () => RETRY_AFTER,
    onnotice: () => {},
    connection: {
      statement_timeout: isPatient ? 0 : DATABASE_STATEMENT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_LIMIT,
    },
  };
  const sql =
    'url' in target
      ? postgres(target.url, common)
      : postgres({ ...common, username: ROLE, database: DATABASE });
  return {
    database: drizzle(bounded(sql, limit), { schema }),
    close: () => sql.end({ timeout: CONNECT_LIMIT }),
  };
}

/** One pool per process: the framework bundles copies of this file, which share it. */
const KEY = Symbol.for('caliber.database');
const shared = globalThis as { [KEY]?: Connection | undefined };

/**
 * Opens the process's pool, no larger than the server's connection limit allows.
 * @returns `watch`: the connection with which the process monitors the database, so that its result does not
 *   depend on the load of the pool; the pool's own if the server allows no other one. `most`: the maximum
 *   number of connections of the pool
 */
export async function openPool(): Promise<{ watch: Connection; most: number }> {
  const looking = openPatiently();
  const allowed = await connectionsAllowed(looking.database).finally(() => looking.close());
  const most = Math.max(1, Math.min(environment().DATABASE_POOL, allowed - 1));
  shared[KEY] = connectTo(ownTarget(), { most });
  const watch =
    allowed > 1
      ? connectTo(ownTarget(), { most: 1 })
      : { database: shared[KEY].database, close: async () => {} };
  return { watch, most };
}

/** The process's database: DATABASE_URL, or the embedded one of DATA_DIR, which must have been started. */
export function getDatabase(): Database {
  shared[KEY] ??= connectTo(ownTarget());
  return shared[KEY].database;
}

/** A second pool, for work that may take minutes; the caller must close it. */
export const openPatiently = (): Connection => connectTo(ownTarget(), { isPatient: true });

function ownTarget(): Target {
  const { DATABASE_URL, DATA_DIR } = environment();
  return DATABASE_URL ? { url: DATABASE_URL } : { dataDir: DATA_DIR };
}

/** Closes the process's pool, after waiting up to two seconds for running statements. */
export async function closeDatabase(): Promise<void> {
  await shared[KEY]?.close();
  shared[KEY] = undefined;
}

/**
 * Checks that the database responds.
 * @throws CodedError `database_unreachable` in a sentence for the operator
 */
export async function checkDatabase(database: Database): Promise<void> {
  try {
    await database.execute('select 1');
  } catch (cause) {
    const { DATABASE_URL } = environment();
    const where = DATABASE_URL ? ` at ${withoutPassword(DATABASE_URL)}` : '';
    const reason =
      cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
    throw new CodedError(
      'database_unreachable',
      `The database${where} does not answer (${reason}): start it, or correct DATABASE_URL.`,
      { cause },
    );
  }
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/([^:@/]*)(:[^@/]*)?@/, '//$1@');
}
