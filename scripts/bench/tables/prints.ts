/** A page that nobody has asked for yet: through the press, and from the framework alone, in turn. */
import { say, synthetic, untilAnswered, type Table } from '../harness.ts';
import { measure, type Measure } from '../load.ts';

const WARM_UP = 400;
const BLOCK = 250;
/** Blocks of each, by turns, so that a machine that slows down slows both. */
const BLOCKS = 6;
/** Far from what other tables ask for. */
const FIRST = 8000;

export const run: Table = async (bench) => {
  const { site, pid } = await bench.synthetic();
  const env = bench.settings('data');
  const framework = {
    pid: bench.start(
      process.execPath,
      ['--max-semi-space-size=16', 'scripts/bench/framework-server.ts'],
      env,
    ),
    site: env.SITE_URL,
  };
  await untilAnswered(`${framework.site}/en`);
  let next = FIRST;
  /** Both are asked for the same articles, the press for each once. */
  const compare = async (count: number): Promise<[Measure, Measure, Measure]> => {
    const first = next;
    next += count;
    const from = (where: { site: string; pid: number }, coding: string) =>
      measure([where.pid], count, (n) => ({
        url: where.site + synthetic(first + n),
        headers: { 'accept-encoding': coding },
      }));
    return [
      await from({ site, pid }, 'br'),
      await from(framework, 'identity'),
      await from(framework, 'gzip'),
    ];
  };
  await compare(WARM_UP);
  const rounds: [Measure, Measure, Measure][] = [];
  for (let block = 0; block < BLOCKS; block++) rounds.push(await compare(BLOCK));
  const [press, bare, packed] = [0, 1, 2].map((place) =>
    meanOf(rounds.map((round) => round[place] as Measure)),
  ) as [Measure, Measure, Measure];
  console.log(`\nAn uncached article, ${BLOCKS * BLOCK} of each`);
  say('the framework alone, uncompressed', bare);
  say('the framework alone, gzip', packed);
  say('the press, policy and Brotli included', press);
  console.log(
    `the press beside the framework alone: ${(press.cpu / bare.cpu).toFixed(2)} × uncompressed, ` +
      `${(press.cpu / packed.cpu).toFixed(2)} × gzip (asked for: ≤ 1.15)`,
  );
};

function meanOf(measures: readonly Measure[]): Measure {
  const mean = (read: (measure: Measure) => number) =>
    measures.reduce((sum, measure) => sum + read(measure), 0) / measures.length;
  return { cpu: mean((m) => m.cpu), median: mean((m) => m.median), slow: mean((m) => m.slow) };
}
