/**
 * One process that keeps schedules, for the trial of them: `node schedule-worker.ts <target>`. Its own
 * clock is wrong by up to an hour, by another amount at every reading.
 */
import type { Clock } from '../../lib/clock.ts';
import { connectTo } from '../../lib/db/client.ts';
import { startScheduler } from '../../lib/newsroom/schedule/scheduler.ts';

const HOUR = 3_600_000;
const [target = ''] = process.argv.slice(2);
const { database } = connectTo({ url: target });
const wrong: Clock = { now: () => new Date(Date.now() + (Math.random() * 2 - 1) * HOUR) };
// Its life is counted from when it can look: a process that only began to start proves nothing.
await database.execute('select 1');
startScheduler(
  (cause) => {
    process.stderr.write(`${String(cause)}\n`);
  },
  { database, clock: wrong },
);
process.stdout.write('ready\n');
