import { systemClock, type Clock } from '../clock.ts';
import { getDatabase, type Database } from '../db/client.ts';

/** What the newsroom works on and what time it takes it to be; tests give their own. */
export interface Store {
  database: Database;
  clock: Clock;
}

/** The process's database and the machine's clock. */
export const store = (): Store => ({ database: getDatabase(), clock: systemClock });
