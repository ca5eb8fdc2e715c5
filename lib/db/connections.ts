import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';

/**
 * How many connections one process may hold: half of the server's limit for this user, so that a second
 * process can connect, for example during a restart.
 */
export async function connectionsAllowed(database: Database): Promise<number> {
  const [row] = await database.execute<{ allowed: number }>(sql`
    select least(
      current_setting('max_connections')::int
        - case when rolsuper then 0
          else current_setting('superuser_reserved_connections')::int
            + coalesce(nullif(current_setting('reserved_connections', true), '')::int, 0) end,
      case when rolsuper or rolconnlimit < 0 then 2147483647 else rolconnlimit end,
      case when rolsuper or datconnlimit < 0 then 2147483647 else datconnlimit end
    ) as allowed
    from pg_roles, pg_database where rolname = current_user and datname = current_database()
  `);
  return Math.max(1, Math.floor((row?.allowed ?? 1) / 2));
}
