import { databaseClock, type Clock } from '../clock.ts';
import { getDatabase, type Database } from '../db/client.ts';

/** What the newsroom works on and what time it takes it to be; tests give their own. */
export interface Store {
  database: Database;
  clock: Clock;
}

/** The process's database and the database's time. */
export const store = (): Store => ({ database: getDatabase(), clock: databaseClock });
