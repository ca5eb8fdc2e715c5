import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';

interface StatementStatistics {
  /** PostgreSQL's id of the statement, the same for all of its parameters. */
  id: string;
  /** The beginning of the statement; parameters are $1, $2 … */
  text: string;
  calls: number;
  seconds: number;
}

export interface DatabaseStatistics {
  /** Size of the database on disk, in bytes. */
  bytes: number;
  connections: number;
  /** The statements with the most total time since the statistics began; empty without pg_stat_statements. */
  statements: StatementStatistics[];
}

/** Maximum number of statements listed. */
const MOST = 20;

/** Characters of a statement that are enough to recognise it. */
const LENGTH = 160;

/**
 * Reads PostgreSQL's statistics of its own work.
 * @throws the database's own errors
 */
export async function readStatistics(database: Database): Promise<DatabaseStatistics> {
  const [size] = await database.execute<{ bytes: string; connections: number; has: boolean }>(sql`
    select pg_database_size(current_database())::text as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      to_regclass('pg_stat_statements') is not null as has`);
  const statements = size?.has
    ? await database.execute<{ id: string; text: string; calls: string; milliseconds: number }>(sql`
        select queryid::text as id, left(regexp_replace(query, '\\s+', ' ', 'g'), ${LENGTH}) as text,
          calls::text as calls, total_exec_time as milliseconds
        from pg_stat_statements
        where dbid = (select oid from pg_database where datname = current_database())
          and queryid is not null
        order by total_exec_time desc limit ${MOST}`)
    : [];
  return {
    bytes: Number(size?.bytes ?? 0),
    connections: size?.connections ?? 0,
    statements: statements.map(({ id, text, calls, milliseconds }) => ({
      id,
      text,
      calls: Number(calls),
      seconds: milliseconds / 1000,
    })),
  };
}
