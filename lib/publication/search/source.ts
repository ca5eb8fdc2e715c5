import { databaseClock, type Clock } from '../../clock.ts';
import { getDatabase, type Database } from '../../db/client.ts';

/** Where a read looks and what time it takes it to be; tests give their own. */
export interface Source {
  database: Database;
  clock: Clock;
}

/** The process's database and the database's time. */
export const source = (): Source => ({ database: getDatabase(), clock: databaseClock });
