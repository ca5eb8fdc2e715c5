import { Agent, get, request } from 'node:http';
import { cpuSeconds, type Consumer } from './cpu.ts';

export interface Measure {
  /** Microseconds of CPU a request, of all the processes measured. */
  cpu: number;
  /** Milliseconds, of one request among eight at once. */
  median: number;
  slow: number;
}

const AT_ONCE = 8;

/**
 * Sends requests and counts what they cost the server.
 * @param consumers - the processes whose CPU counts
 * @param addressOf - the address of the nth request
 * @throws Error at the first answer that is neither 200 nor 304
 */
export async function measure(
  consumers: readonly Consumer[],
  count: number,
  addressOf: (n: number) => { url: string; method?: string; headers?: Record<string, string> },
): Promise<Measure> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const times: number[] = [];
  const used = () => consumers.reduce<number>((sum, each) => sum + cpuSeconds(each), 0);
  const before = used();
  let next = 0;
  const work = async () => {
    for (let n = next++; n < count; n = next++) {
      const startedAt = performance.now();
      await ask(agent, addressOf(n));
      times.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const cpu = ((used() - before) / count) * 1e6;
  agent.destroy();
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { cpu, median: at(0.5), slow: at(0.99) };
}

function ask(
  agent: Agent,
  {
    url,
    method = 'GET',
    headers = {},
  }: { url: string; method?: string; headers?: Record<string, string> },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { agent, method, headers: { 'accept-encoding': 'gzip, br', ...headers } },
      (answer) => {
        answer.resume();
        answer.once('end', () =>
          answer.statusCode === 200
            ? resolve()
            : reject(new Error(`${url} answered ${answer.statusCode}.`)),
        );
      },
    );
    sent.once('error', reject).end();
  });
}

/** Asks once in a coding of one's choice. @returns the bytes as they came */
export function askBytes(url: string, coding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': coding } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () => {
        if (answer.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`${url} answered ${answer.statusCode}.`));
      });
    }).once('error', reject);
  });
}

/** Asks once on a connection of an agent's. @returns milliseconds */
export async function askOn(agent: Agent, url: string): Promise<number> {
  const startedAt = performance.now();
  await ask(agent, { url });
  return performance.now() - startedAt;
}

/** One number of a portal's metrics. */
export async function readMetric(site: string, name: string): Promise<number> {
  const text = await (await fetch(`${site}/api/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}
