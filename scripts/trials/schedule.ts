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
const { published, notOnce, kills, late, lateReleases } = await trySchedules({
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
const latest = (times: readonly number[], share: number) =>
  times[Math.ceil(times.length * share) - 1] ?? NaN;
const lateness = (times: readonly number[]) =>
  `late by ${latest(times, 0.5)} ms (p50), ${latest(times, 0.99)} ms (p99), ${latest(times, 1)} ms at most; ` +
  `earliest ${times[0]} ms`;
console.log(
  `${count} schedules, 3 workers, ${kills} kills: ${published} published, ${notOnce.length} not exactly once; ` +
    `${lateness(late)}\n${lateReleases.length} releases: ${lateness(lateReleases)}`,
);
for (const line of notOnce) console.log(line);
const isKept = [late, lateReleases].every(
  (times) => latest(times, 1) <= 5000 && (times[0] ?? NaN) >= 0,
);
process.exitCode = published === count && notOnce.length === 0 && isKept ? 0 : 1;
