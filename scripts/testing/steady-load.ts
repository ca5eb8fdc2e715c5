import { Agent, request } from 'node:http';

export interface SteadyLoad {
  /** Waits until everything that is under way now has been answered. */
  settled(): Promise<void>;
  /** Ends it. @returns what was answered */
  end(): Promise<LoadReport>;
}

export interface LoadReport {
  sent: number;
  /** Those that were not sent, since too many others were still waited for. */
  skipped: number;
  /** Those that were not answered as they should, each in words. */
  failed: string[];
  /** Milliseconds. */
  median: number;
  p99: number;
  slowest: number;
}

export interface PlannedRequest {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  /** The status that it should be answered with; 200 when left out. */
  status?: number;
}

/** Milliseconds after which a request counts as failed. */
const TIME_LIMIT = 60_000;
/** Requests under way at which no more are sent: a machine that is late is not buried. */
const MOST_OPEN = 64;

/**
 * Sends requests at a steady rate, whether those before were answered or not.
 * @param rate - requests a second
 * @param requestOf - the nth request
 */
export function startLoad(
  site: string,
  rate: number,
  requestOf: (n: number) => PlannedRequest,
): SteadyLoad {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const times: number[] = [];
  const failed: string[] = [];
  const open = new Set<Promise<void>>();
  const startedAt = performance.now();
  let sent = 0;
  let skipped = 0;
  const send = (n: number) => {
    const planned = requestOf(n);
    const at = performance.now();
    const asking = ask(agent, site, planned).then((fault) => {
      times.push(performance.now() - at);
      if (fault) failed.push(`${planned.method ?? 'GET'} ${planned.path}: ${fault}`);
      open.delete(asking);
    });
    open.add(asking);
  };
  const ticking = setInterval(() => {
    const due = ((performance.now() - startedAt) / 1000) * rate;
    while (sent + skipped < due) {
      if (open.size < MOST_OPEN) send(sent++);
      else skipped++;
    }
  }, 5);
  return {
    settled: async () => void (await Promise.all(open)),
    end: async () => {
      clearInterval(ticking);
      await Promise.all(open);
      agent.destroy();
      times.sort((one, other) => one - other);
      const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
      return { sent, skipped, failed, median: at(0.5), p99: at(0.99), slowest: at(1) };
    },
  };
}

/** @returns what was wrong, or null */
function ask(agent: Agent, site: string, planned: PlannedRequest): Promise<string | null> {
  const { path, method = 'GET', headers = {}, status = 200 } = planned;
  return new Promise((resolve) => {
    const sent = request(site + path, { agent, method, headers, timeout: TIME_LIMIT }, (answer) => {
      answer.once('error', (cause) => resolve(String(cause)));
      answer.resume().once('end', () => {
        resolve(answer.statusCode === status ? null : `status ${answer.statusCode}`);
      });
    });
    sent.once('timeout', () => sent.destroy(new Error(`no answer in ${TIME_LIMIT} ms`)));
    sent.once('error', (cause) => resolve(String(cause)));
    sent.end();
  });
}
