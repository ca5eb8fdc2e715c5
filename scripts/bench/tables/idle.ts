/** What a portal and its database use while nobody asks anything. */
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSeconds, type Consumer } from '../cpu.ts';
import type { Bench, Table } from '../harness.ts';

/** Milliseconds until what a start leaves behind is done, and for which is measured: several vacuums' naps. */
const SETTLE = 30_000;
const LENGTH = 120_000;

export const run: Table = async (bench) => {
  const { pid } = await bench.synthetic();
  await sayIdle(bench, pid);
};

/** Prints the share of a core that each uses. */
export async function sayIdle(bench: Bench, portal: number): Promise<void> {
  const consumers: [string, Consumer][] = [
    ['portal', portal],
    ['its database', { tree: bench.owner() }],
  ];
  await sleep(SETTLE);
  const before = consumers.map(([, consumer]) => cpuSeconds(consumer));
  await sleep(LENGTH);
  console.log('\nIdle');
  for (const [at, [name, consumer]] of consumers.entries()) {
    const used = cpuSeconds(consumer) - (before[at] ?? 0);
    const share = ((used * 1000) / LENGTH) * 100;
    console.log(`${name.padEnd(48)} ${share.toFixed(2).padStart(7)} % of a core`);
  }
}
