/** A page that nobody has asked for yet: through the press, and from the framework alone, in turn. */
import { sayTurns, synthetic, untilAnswered, type Table } from '../harness.ts';
import { measure, type Measure } from '../load.ts';

const WARM_UP = 400;
const BLOCK = 200;
/** Blocks of each, by turns, so that a machine that slows down slows both. */
const BLOCKS = 9;
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
    rounds.map((round) => round[place] as Measure),
  ) as [Measure[], Measure[], Measure[]];
  console.log(`\nAn uncached article, ${BLOCKS * BLOCK} of each`);
  sayTurns('the framework alone, uncompressed', bare);
  sayTurns('the framework alone, gzip', packed);
  sayTurns('the press, policy and Brotli; beside uncompressed', press, bare);
  sayTurns('the same; beside gzip (asked for: ≤ 1.15)', press, packed);
};
