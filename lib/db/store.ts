import { databaseClock, type Clock } from '../clock.ts';
import { getDatabase, type Database } from './client.ts';

/** The database and the clock of a read or a command; tests pass their own. */
export interface Store {
  database: Database;
  clock: Clock;
}

/** The process's database and the database's time. */
export const store = (): Store => ({ database: getDatabase(), clock: databaseClock });
