/**
 * `npm run trials -- rolling-restart [TIMES]`: two portals on one PostgreSQL behind `deploy/nginx.conf`, at
 * 200 requests a second, are restarted in turn, by SIGTERM and by SIGKILL alternately. No request
 * may fail.
 */
import { startFleet, startNginx } from '../testing/fleet.ts';
import { startLoad, type LoadReport, type PlannedRequest } from '../testing/steady-load.ts';

const RATE = 200;
/** Milliseconds that a portal may take to exit after SIGTERM. */
const EXIT_LIMIT = 25_000;

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0';
/** What readers ask for, mostly; one in thirty makes the portal think. */
const PAGES: readonly PlannedRequest[] = [
  { path: '/en' },
  { path: '/hy/post/warm' },
  { path: '/ru/category/world' },
  { path: '/api/views/1' },
  { path: '/api/views/1', method: 'POST', headers: { 'user-agent': BROWSER } },
];
const THOUGHT: readonly PlannedRequest[] = [
  { path: '/en/search?q=warm' },
  { path: '/api/suggestions/en?q=war' },
  { path: '/az/post/none', status: 404 },
];
const requestOf = (n: number): PlannedRequest => {
  const list = n % 30 === 0 ? THOUGHT : PAGES;
  return list[(n % 30 === 0 ? n / 30 : n) % list.length] as PlannedRequest;
};

export interface RestartReport extends LoadReport {
  /** How the portals exited after SIGTERM: code and milliseconds. */
  ends: { code: number | null; milliseconds: number }[];
  kills: number;
}

/**
 * @param times - restarts
 * @param options.keeps - whether the edge keeps pages; without, every request reaches a portal
 * @param options.rate - requests a second
 */
export async function rollingRestart(
  times: number,
  { keeps = false, rate = RATE }: { keeps?: boolean; rate?: number } = {},
): Promise<RestartReport> {
  const fleet = await startFleet({ size: 2, settings: { TRUSTED_PROXIES: 'loopback' } });
  const edge = await startNginx(fleet.portals, { keeps });
  const ends: RestartReport['ends'] = [];
  let kills = 0;
  try {
    const load = startLoad(edge.site, rate, requestOf);
    for (let time = 0; time < times; time++) {
      const portal = fleet.portals[time % 2] as (typeof fleet.portals)[number];
      if ((time + Math.floor(time / 2)) % 2 === 0) {
        const signalledAt = performance.now();
        const code = await portal.end('SIGTERM');
        ends.push({ code, milliseconds: performance.now() - signalledAt });
      } else {
        await portal.end('SIGKILL');
        kills++;
      }
      await portal.start();
      // On a machine that is late, nobody restarts the next while readers still wait for the last.
      await load.settled();
    }
    return { ...(await load.end()), ends, kills };
  } finally {
    await edge.stop();
    await fleet.stop();
  }
}

if (import.meta.main) {
  const times = Number(process.argv[2] ?? 20);
  const report = await rollingRestart(times);
  const { sent, skipped, failed, median, p99, slowest, ends, kills } = report;
  const slowestEnd = Math.max(...ends.map(({ milliseconds }) => milliseconds));
  const codes = [...new Set(ends.map(({ code }) => code))].join(', ');
  console.log(
    `${times} restarts (${ends.length} by SIGTERM, ${kills} by SIGKILL) at ${RATE} requests a second: ` +
      `${sent} sent, ${skipped} held back, ${failed.length} failed; median ${median.toFixed(1)} ms, p99 ${p99.toFixed(0)} ms, ` +
      `slowest ${slowest.toFixed(0)} ms; exit code ${codes}, slowest exit ${slowestEnd.toFixed(0)} ms`,
  );
  for (const fault of failed.slice(0, 20)) console.log(`  ${fault}`);
  const areGraceful = ends.every(
    ({ code, milliseconds }) => code === 0 && milliseconds < EXIT_LIMIT,
  );
  if (failed.length > 0 || !areGraceful) process.exitCode = 1;
}
