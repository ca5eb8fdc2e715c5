import { databaseClock, type Clock } from '../../clock.ts';
import { getDatabase, type Database } from '../../db/client.ts';

/** The database and the clock of a read; tests pass their own. */
export interface Source {
  database: Database;
  clock: Clock;
}

/** The process's database and the database's time. */
export const source = (): Source => ({ database: getDatabase(), clock: databaseClock });
