/**
 * `npm run trials -- schedule [articles]`: schedules kept by three processes whose clocks are wrong and
 * which are killed (SIGKILL) again and again, on a PostgreSQL of its own.
 */
import { somebody } from '../../lib/accounts/testing.ts';
import { systemClock } from '../../lib/clock.ts';
import { connectTo } from '../../lib/db/client.ts';
import { migrate } from '../../lib/db/migrate.ts';
import { startPostgres } from '../testing/databases.ts';
import { trySchedules } from '../testing/try-schedules.ts';

const count = Number(process.argv.at(-1)) || 200;
const server = await startPostgres();
const { database, close } = connectTo({ url: server.target });
await migrate(database);
const user = await somebody({ database, clock: systemClock });
const { published, notOnce, kills, late } = await trySchedules({
  target: server.target,
  user,
  articles: count,
  workers: 3,
  span: Math.max(30_000, count * 500),
  // So long that on the mean one of three is there while another starts: the trial is of the schedule, not
  // of how fast a process starts.
  lives: 10_000,
});
await close();
await server.stop();
const at = (share: number) => late[Math.ceil(late.length * share) - 1] ?? NaN;
console.log(
  `${count} schedules, 3 workers, ${kills} kills: ${published} published, ${notOnce.length} not exactly once; ` +
    `late by ${at(0.5)} ms (p50), ${at(0.99)} ms (p99), ${at(1)} ms at most; earliest ${late[0]} ms`,
);
for (const line of notOnce) console.log(line);
process.exitCode =
  published === count && notOnce.length === 0 && at(1) <= 5000 && at(0) >= 0 ? 0 : 1;
