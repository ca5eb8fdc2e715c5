import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';

interface StatementStatistics {
  /** PostgreSQL's number of the statement, the same for all of its parameters. */
  id: string;
  /** Its beginning; parameters stand as $1, $2 … */
  text: string;
  calls: number;
  seconds: number;
}

export interface DatabaseStatistics {
  /** Bytes of the database on its disk. */
  bytes: number;
  connections: number;
  /** Those that took most time since the statistics began; none where pg_stat_statements is not there. */
  statements: StatementStatistics[];
}

/** Statements that are worth a line each. */
const MOST = 20;

/** Characters by which one knows a statement. */
const LENGTH = 160;

/** Reads what PostgreSQL knows of its own work. Throws what the database throws. */
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
