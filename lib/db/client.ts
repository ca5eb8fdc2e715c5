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
/** Seconds before a lost database is tried again; the driver's own wait grows to 20, and readers wait with it. */
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
 * Opens a pool of connections; the first is made when it is first needed.
 * @param options.isPatient - for work that may take minutes: no statement is cut short
 * @param options.most - connections; DATABASE_POOL when left out
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
      // Asked anew for each connection: an owner may put its sockets elsewhere than the one before.
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

/** One pool a process: the framework bundles copies of this file, and they share it. */
const KEY = Symbol.for('caliber.database');
const shared = globalThis as { [KEY]?: Connection | undefined };

/**
 * Opens the process's pool, no larger than the server has room for.
 * @returns the connection on which the process watches over the database, so that what it sees does not
 *   depend on how busy the pool is; the pool's own where there is room for no other
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

/** The process's database: DATABASE_URL, or the embedded one of DATA_DIR, which somebody must have started. */
export function getDatabase(): Database {
  shared[KEY] ??= connectTo(ownTarget());
  return shared[KEY].database;
}

/** A pool beside the process's own, for work that may take minutes; whoever opens it closes it. */
export const openPatiently = (): Connection => connectTo(ownTarget(), { isPatient: true });

function ownTarget(): Target {
  const { DATABASE_URL, DATA_DIR } = environment();
  return DATABASE_URL ? { url: DATABASE_URL } : { dataDir: DATA_DIR };
}

/** Closes the process's pool, having let statements under way finish for two seconds. */
export async function closeDatabase(): Promise<void> {
  await shared[KEY]?.close();
  shared[KEY] = undefined;
}

/**
 * Whether the database answers.
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
