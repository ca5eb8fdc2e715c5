import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { environment } from '../env.ts';
import { CodedError } from '../errors.ts';
import { DATABASE, ROLE } from './embedded/roles.ts';
import { placesIn, socketIn } from './embedded/places.ts';
import * as schema from './schema/schema.ts';
import { watchedSockets } from './watched-socket.ts';

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** Connections of one process. */
const POOL = 10;
/** Seconds. */
const CONNECT_LIMIT = 2;
/** Seconds before a lost database is tried again; the driver's own wait grows to 20, and readers wait with it. */
const RETRY_AFTER = 0.2;
/** Milliseconds. */
const STATEMENT_LIMIT = 3000;
const IDLE_IN_TRANSACTION_LIMIT = 10_000;
/** Milliseconds of silence after which a connection is given up: more than a statement may take. */
const SILENCE_LIMIT = 5000;

export interface Connection {
  database: Database;
  close(): Promise<void>;
}

/** A database: a postgres:// address, or the data folder of an embedded one. */
export type Target = { url: string } | { dataDir: string };

/**
 * Opens a pool of connections; the first is made when it is first needed.
 * @param options.isPatient - for work that may take minutes: no statement is cut short
 */
export function connectTo(
  target: Target,
  { isPatient = false }: { isPatient?: boolean } = {},
): Connection {
  const limit = isPatient ? Infinity : SILENCE_LIMIT;
  const common = {
    max: POOL,
    socket: watchedSockets(
      limit,
      // Asked anew for each connection: an owner may put its sockets elsewhere than the one before.
      'url' in target ? undefined : () => socketIn(placesIn(target.dataDir).run),
    ),
    connect_timeout: CONNECT_LIMIT,
    backoff: () => RETRY_AFTER,
    onnotice: () => {},
    connection: {
      statement_timeout: isPatient ? 0 : STATEMENT_LIMIT,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_LIMIT,
    },
  };
  const sql =
    'url' in target
      ? postgres(target.url, common)
      : postgres({ ...common, username: ROLE, database: DATABASE });
  return { database: drizzle(sql, { schema }), close: () => sql.end({ timeout: CONNECT_LIMIT }) };
}

/** One pool a process: the framework bundles copies of this file, and they share it. */
const KEY = Symbol.for('caliber.database');
const shared = globalThis as { [KEY]?: Connection | undefined };

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
